#include "CICU.h"

#include "dictionary.h"

#include <unicode/ubrk.h>

// One iterator a thread: opening one reads ICU's dictionary, setting its text does not.
static _Thread_local UBreakIterator *words;

int32_t kanbao_icu_word_spans(const uint16_t *text, int32_t length, int32_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  if (!words) words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE(status) || !words) return -1;
  ubrk_setText(words, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return -1;
  return ubrk_isBoundary(words, offset) ? 0 : 1;
}

enum { HAN, PUNCTUATION, OTHER };

// What the word iterator makes of a character: hanzi that no normalization changes are looked up in the dictionary, plain
// punctuation, letters, digits and drawn marks end their run, and the rest (kana, Hangul, marks that attach, surrogates) has rules.
static int class_of(uint16_t unit) {
  if (unit >= 0x4E00 && unit <= 0x9FEF) return HAN;
  if ((unit >= 0x20 && unit < 0x7F) || (unit >= 0x3000 && unit <= 0x3003)) return PUNCTUATION;
  if ((unit >= 0x3008 && unit <= 0x3011) || (unit >= 0xFF01 && unit <= 0xFF5E)) return PUNCTUATION;
  if ((unit >= 0x2010 && unit <= 0x2027) || unit == 0xB7 || unit == 0xD7) return PUNCTUATION;
  if (unit >= 0x2460 && unit <= 0x25FF) return PUNCTUATION;
  return OTHER;
}

// The last of the run's places over which no word of the dictionary reaches; the last one of all is behind those looked at.
static int32_t last_gap(const kanbao_run *run) {
  int32_t gap = 0, reach = 0;
  for (int32_t at = 0; at < run->count; at++) {
    int32_t end = at + run->longest[at];
    if (end > reach) reach = end;
    if (reach == at + 1) gap = reach;
  }
  return gap;
}

// Whether a word spans `offset` in a run of hanzi: that is so in the cheapest way to cut the run, as ICU finds it (every
// character may stand alone, at the highest cost if the dictionary has it not). Every way has a cut where no word reaches
// over a place: what stands before the last such place, `gap`, and behind the next one does not matter.
static int32_t spans(const uint16_t *run, int32_t length, int32_t offset, int32_t gap) {
  uint32_t cost[KANBAO_LONGEST_RUN + 1];
  int8_t before[KANBAO_LONGEST_RUN + 1];
  kanbao_match matches[KANBAO_LONGEST_RUN + 1];
  for (int32_t at = gap; at <= length; at++) cost[at] = at == gap ? 0 : UINT32_MAX;
  int32_t reach = gap + 1;
  int32_t at = gap;
  do {
    int32_t count = kanbao_words(run + at, length - at, matches);
    if (count == 0 || matches[0].length != 1) matches[count++] = (kanbao_match){1, 255};
    for (int32_t i = 0; i < count; i++) {
      uint32_t sum = cost[at] + (uint32_t)matches[i].cost;
      int32_t end = at + matches[i].length;
      if (end > reach) reach = end;
      if (sum >= cost[end]) continue;
      cost[end] = sum;
      before[end] = (int8_t)at;
    }
    at++;
    if (at == reach) break;
  } while (at < length);
  while (at > offset) at = before[at];
  return at < offset;
}

// Sets the run of hanzi around a place; 0 where it is ICU's, since other characters with rules stand at its ends, or it is
// too long.
static int set_run(kanbao_run *run, const uint16_t *text, int32_t length, int32_t offset) {
  int32_t start = offset, end = offset;
  while (start > 0 && class_of(text[start - 1]) == HAN) start--;
  while (end < length && class_of(text[end]) == HAN) end++;
  int is_plain = (start == 0 || class_of(text[start - 1]) == PUNCTUATION) &&
                 (end == length || class_of(text[end]) == PUNCTUATION);
  if (!is_plain || start == offset || end == offset || end - start > KANBAO_LONGEST_RUN) return 0;
  run->text = text + start;
  run->length = end - start;
  run->count = offset - start;
  return 1;
}

// How many runs are looked up together: enough for the memory to come, and few enough to be still near when it has come.
enum { TOGETHER = 16 };

// Answers for places whose runs are set.
static void answer(kanbao_run *runs, kanbao_break **breaks, int32_t count) {
  int32_t gaps[TOGETHER];
  for (int32_t i = 0; i < count; i++) kanbao_read_followers(&runs[i]);
  for (int32_t i = 0; i < count; i++) kanbao_read_pairs(&runs[i]);
  for (int32_t i = 0; i < count; i++) kanbao_read_places(&runs[i]);
  for (int32_t i = 0; i < count; i++) {
    kanbao_walk(&runs[i]);
    gaps[i] = last_gap(&runs[i]);
    if (gaps[i] < runs[i].count) kanbao_ask_firsts(runs[i].text + gaps[i], runs[i].length - gaps[i]);
  }
  for (int32_t i = 0; i < count; i++) {
    if (gaps[i] < runs[i].count) kanbao_ask_nodes(runs[i].text + gaps[i], runs[i].length - gaps[i]);
  }
  for (int32_t i = 0; i < count; i++) {
    breaks[i]->spans = gaps[i] < runs[i].count && spans(runs[i].text, runs[i].length, runs[i].count, gaps[i]);
  }
}

void kanbao_words_span(const uint16_t *texts, kanbao_break *breaks, int32_t count) {
  kanbao_run runs[TOGETHER];
  kanbao_break *answered[TOGETHER];
  int32_t set = 0;
  int has_dictionary = kanbao_has_dictionary();
  for (int32_t i = 0; i < count; i++) {
    kanbao_break *at = &breaks[i];
    at->spans = 0;
    if (at->length == 0) continue;
    if (!has_dictionary || !set_run(&runs[set], texts + at->start, at->length, at->offset)) {
      at->spans = kanbao_icu_word_spans(texts + at->start, at->length, at->offset);
      continue;
    }
    kanbao_ask_followers(&runs[set]);
    answered[set++] = at;
    if (set < TOGETHER) continue;
    answer(runs, answered, set);
    set = 0;
  }
  answer(runs, answered, set);
}

int32_t kanbao_word_spans(const uint16_t *text, int32_t length, int32_t offset) {
  kanbao_break at = {0, length, offset, 0};
  kanbao_words_span(text, &at, 1);
  return at.spans;
}
