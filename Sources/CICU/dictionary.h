#ifndef KANBAO_DICTIONARY_H
#define KANBAO_DICTIONARY_H

#include <stdint.h>

// A word of ICU's Chinese dictionary at the beginning of a text: its length in UTF-16 units, and what it costs.
typedef struct kanbao_match {
  int32_t length;
  int32_t cost;
} kanbao_match;

// Whether ICU's data has the dictionary in the form that is read here.
int kanbao_has_dictionary(void);

// The words with which a text of hanzi begins, the shortest first; there must be room for as many as it has characters,
// and one more. Returns how many there are.
int32_t kanbao_words(const uint16_t *text, int32_t length, kanbao_match *matches);

// The length of the longest of the words that begin at each of the first `count` places of a text of hanzi, 1 where there
// is none. A text has 32 hanzi at most.
void kanbao_longest_words(const uint16_t *text, int32_t length, int32_t count, int8_t *longest);

#endif
