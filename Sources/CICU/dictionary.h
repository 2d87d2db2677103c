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

// The longest run of hanzi that is looked up.
enum { KANBAO_LONGEST_RUN = 32 };

// Where a walk through the dictionary stands: at a node, or inside one that matches several units; NULL behind the last
// unit of a word.
typedef struct kanbao_place {
  const uint16_t *node;
  // Units of a linear node that are left to match, less one; -1 at a node's beginning.
  int32_t rest;
} kanbao_place;

// A run of hanzi and the words that begin at the first of its places.
typedef struct kanbao_run {
  const uint16_t *text;
  int32_t length;
  // How many places are looked at.
  int32_t count;
  // A bit for each place at which a word of two characters or more may begin.
  uint32_t begins;
  // A bit for each place at which a word of three characters or more may begin, and where it goes on behind two.
  uint32_t going_on;
  kanbao_place behind[KANBAO_LONGEST_RUN];
  // The length of the longest word that begins at each place, 1 where there is none.
  int8_t longest[KANBAO_LONGEST_RUN];
} kanbao_run;

// Finds the longest words of a run in five steps. Each asks for the memory that the next one reads, so that it is best to
// take each step for many runs before the next.
void kanbao_ask_followers(const kanbao_run *run);
void kanbao_read_followers(kanbao_run *run);
void kanbao_read_pairs(kanbao_run *run);
void kanbao_read_places(kanbao_run *run);
void kanbao_walk(kanbao_run *run);

// Asks, in two steps, for the memory in which kanbao_words looks for the first characters of words.
void kanbao_ask_firsts(const uint16_t *text, int32_t length);
void kanbao_ask_nodes(const uint16_t *text, int32_t length);

#endif
