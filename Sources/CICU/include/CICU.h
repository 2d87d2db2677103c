#ifndef KANBAO_CICU_H
#define KANBAO_CICU_H

// The door to ICU. This header shows plain C types only: ICU's own headers clash with Foundation's
// private copy when both are imported into Swift, so they stay inside the .c files.

#include <stdint.h>

// The major version of the ICU that is linked, for example 72.
int32_t kanbao_icu_version(void);

// Whether a word of ICU's Chinese dictionary spans `offset` (in UTF-16 units) of `text`: 1 if one does, 0 if a word
// ends there, -1 where ICU has no word iterator. The text must stay in place during the call only.
int32_t kanbao_word_spans(const uint16_t *text, int32_t length, int32_t offset);

#endif
