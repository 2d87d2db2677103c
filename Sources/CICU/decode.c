#include "CICU.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

// ICU's names; Big5 is read by the table of Hong Kong, which holds CP950's and ETEN's characters too.
static const char *const names[] = {"UTF-8", "gb18030", "ibm-1375_P100-2008", "UTF-16LE", "UTF-16BE"};

typedef struct fault_log {
  const char *start;
  kanbao_decoded *result;
} fault_log;

static void on_malformed(const void *context, UConverterToUnicodeArgs *arguments, const char *bytes,
                         int32_t length, UConverterCallbackReason reason, UErrorCode *status) {
  (void)bytes;
  if (reason > UCNV_IRREGULAR) return;
  const fault_log *log = context;
  if (log->result->faults++ == 0) log->result->first_fault = arguments->source - log->start - length;
  const UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

static void convert(UConverter *from, UConverter *to, const uint8_t *bytes, int64_t length, int32_t is_whole,
                    uint8_t *text, int64_t capacity, kanbao_decoded *result, UErrorCode *status) {
  UChar pivot[1024];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  const char *source = (const char *)bytes;
  char *target = (char *)text;
  const fault_log log = {source, result};
  ucnv_setToUCallBack(from, on_malformed, &log, NULL, NULL, status);
  ucnv_convertEx(to, from, &target, target + capacity, &source, source + length, pivot, &pivot_source,
                 &pivot_target, pivot + sizeof pivot / sizeof *pivot, 1, is_whole != 0, status);
  result->length = target - (char *)text;
}

kanbao_decoded kanbao_decode(kanbao_encoding encoding, const uint8_t *bytes, int64_t length, int32_t is_whole,
                             uint8_t *text, int64_t capacity) {
  kanbao_decoded result = {-1, 0, 0};
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open(names[encoding], &status);
  UConverter *to = ucnv_open("UTF-8", &status);
  if (U_SUCCESS(status)) convert(from, to, bytes, length, is_whole, text, capacity, &result, &status);
  ucnv_close(from);
  ucnv_close(to);
  if (U_FAILURE(status)) result.length = -1;
  return result;
}

int64_t kanbao_encode(kanbao_encoding encoding, const uint8_t *text, int64_t length, uint8_t *bytes,
                      int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *to = ucnv_open(names[encoding], &status);
  int32_t count = U_SUCCESS(status)
                      ? ucnv_fromAlgorithmic(to, UCNV_UTF8, (char *)bytes, (int32_t)capacity, (const char *)text,
                                             (int32_t)length, &status)
                      : -1;
  ucnv_close(to);
  return U_SUCCESS(status) ? count : -1;
}
