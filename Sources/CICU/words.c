#include "CICU.h"

#include <unicode/ubrk.h>

// One iterator a thread: opening one reads ICU's dictionary, setting its text does not.
static _Thread_local UBreakIterator *words;

int32_t kanbao_word_spans(const uint16_t *text, int32_t length, int32_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  if (!words) words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE(status) || !words) return -1;
  ubrk_setText(words, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return -1;
  return ubrk_isBoundary(words, offset) ? 0 : 1;
}
