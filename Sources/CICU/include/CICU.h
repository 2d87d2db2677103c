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

// A place in a text: the text stands `length` units long from `start` on, the place `offset` units behind its start.
typedef struct kanbao_break {
  int32_t start;
  int32_t length;
  int32_t offset;
  // The answer, as of `kanbao_word_spans`; 0 for a text of no length.
  int32_t spans;
} kanbao_break;

// Answers for many places at once, which is quicker: what must be looked up in memory for one is asked for before the
// others are waited for.
void kanbao_words_span(const uint16_t *texts, kanbao_break *breaks, int32_t count);

// The same as kanbao_word_spans, asked of ICU's word iterator and of nothing else: fifty times slower, for comparison.
int32_t kanbao_icu_word_spans(const uint16_t *text, int32_t length, int32_t offset);

// The columns that a terminal gives one Unicode scalar: 0, 1 or 2, and -1 for a control character, as
// POSIX wcwidth does, but from Unicode's properties and without a locale. East Asian Width W and F take
// 2, A takes 2 if ambiguous_wide is not 0, combining and format characters and the vowels and finals of
// conjoined Hangul take 0.
int32_t kanbao_wcwidth(uint32_t scalar, int32_t ambiguous_wide);

// From now on the process's wcwidth, which this target defines and libncursesw calls, gives ambiguous
// characters 2 columns (not 0) or 1 (0, as it does at first).
void kanbao_set_ambiguous_wide(int32_t wide);

// Not 0 if the scalar has Unicode's property Emoji (digits, # and * have it too).
int32_t kanbao_is_emoji(uint32_t scalar);

// How a scalar of a text may reach the terminal.
typedef enum kanbao_display {
  // As it is.
  KANBAO_DISPLAY_ALONE = 0,
  // Only after another scalar to which it attaches: combining marks, variation selectors, jamo.
  KANBAO_DISPLAY_ATTACHED = 1,
  // Not at all: controls, format characters, line and paragraph separators, Hangul fillers, private use,
  // unassigned.
  KANBAO_DISPLAY_NEVER = 2
} kanbao_display;

kanbao_display kanbao_display_of(uint32_t scalar);

// Where UAX #14, with ICU's rules for Chinese, allows a line of this UTF-16 text to end: allowed[i] (one
// byte for each code unit) becomes 1 if a line may begin at code unit i, else 0. The beginning and the end
// of the text are not marked. Returns 0, and allows no break, if ICU cannot work; may be called from any
// thread.
int32_t kanbao_line_breaks(const uint16_t *text, int32_t length, uint8_t *allowed);

// Encodings of text files.
typedef enum kanbao_encoding {
  KANBAO_UTF_8 = 0,
  // With GBK and GB 2312, its subsets.
  KANBAO_GB18030 = 1,
  // Hong Kong's Big5, with the characters of CP950 and ETEN.
  KANBAO_BIG5 = 2,
  KANBAO_UTF_16LE = 3,
  KANBAO_UTF_16BE = 4
} kanbao_encoding;

// What decoding gave: the bytes of UTF-8 written (-1 if ICU cannot work or the capacity is too small), how many
// malformed sequences became U+FFFD, and the byte offset of the first of them.
typedef struct kanbao_decoded {
  int64_t length;
  int64_t faults;
  int64_t first_fault;
} kanbao_decoded;

// Decodes `length` bytes to UTF-8 at `text`; a capacity of three times the length and 16 is always enough. If
// is_whole is 0 the bytes are the beginning of a longer text: a sequence that their end cuts is no fault. A byte
// order mark is decoded like other text. May be called from any thread.
kanbao_decoded kanbao_decode(kanbao_encoding encoding, const uint8_t *bytes, int64_t length, int32_t is_whole,
                             uint8_t *text, int64_t capacity);

// Encodes UTF-8 text (less than 1 GiB); a character that the encoding lacks becomes its substitute. Returns the
// number of bytes written, or -1 if ICU cannot work or the capacity is too small.
int64_t kanbao_encode(kanbao_encoding encoding, const uint8_t *text, int64_t length, uint8_t *bytes,
                      int64_t capacity);

#endif
