#include "dictionary.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unicode/udata.h>

// ICU's Chinese and Japanese dictionary, read where ICU's data lies: a trie of UTF-16 units whose form ICU's header
// ucharstrie.h describes. ICU's own word iterator walks the same trie, with much around it.
static const uint16_t *root;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static UBool is_known_form(void *context, const char *type, const char *name, const UDataInfo *info) {
  (void)context, (void)type, (void)name;
  return info->isBigEndian == U_IS_BIG_ENDIAN && info->dataFormat[0] == 'D' && info->dataFormat[1] == 'i' &&
         info->dataFormat[2] == 'c' && info->dataFormat[3] == 't' && info->formatVersion[0] == 1;
}

static void open_dictionary(void) {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory *file = udata_openChoice(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", is_known_form, NULL, &status);
  if (U_FAILURE(status)) return;
  const int32_t *head = udata_getMemory(file);
  // The fifth number is the trie's type: 1 for UTF-16 units; the first is where it begins, in bytes.
  if ((head[4] & 7) == 1) root = (const uint16_t *)((const char *)head + head[0]);
}

int kanbao_has_dictionary(void) {
  pthread_once(&once, open_dictionary);
  return root != NULL;
}

typedef kanbao_place place;

static const place nowhere = {NULL, -1};

// Numbers at the end of a word, and jumps of a branch's last steps.
static int32_t value_at(const uint16_t *at, int32_t lead) {
  if (lead < 0x4000) return lead;
  if (lead < 0x7FFF) return (lead - 0x4000) << 16 | at[0];
  return (int32_t)((uint32_t)at[0] << 16 | at[1]);
}

static const uint16_t *behind_value(const uint16_t *at) {
  int32_t lead = *at++ & 0x7FFF;
  return lead < 0x4000 ? at : lead < 0x7FFF ? at + 1 : at + 2;
}

static const uint16_t *behind_node_value(const uint16_t *at, int32_t lead) {
  return lead < 0x4040 ? at : lead < 0x7FC0 ? at + 1 : at + 2;
}

static const uint16_t *jump(const uint16_t *at) {
  int32_t delta = *at++;
  if (delta >= 0xFC00) {
    if (delta == 0xFFFF) {
      delta = (int32_t)((uint32_t)at[0] << 16 | at[1]);
      at += 2;
    } else {
      delta = (delta - 0xFC00) << 16 | *at++;
    }
  }
  return at + delta;
}

static const uint16_t *behind_jump(const uint16_t *at) {
  int32_t delta = *at++;
  return delta < 0xFC00 ? at : delta == 0xFFFF ? at + 2 : at + 1;
}

// A binary search down to five units, then one after the other.
static place branch(const uint16_t *at, int32_t length, uint16_t unit) {
  if (length == 0) length = *at++;
  length++;
  while (length > 5) {
    if (unit < *at++) {
      length >>= 1;
      at = jump(at);
    } else {
      length -= length >> 1;
      at = behind_jump(at);
    }
  }
  for (; length > 1; length--) {
    if (unit != *at++) {
      at = behind_value(at);
      continue;
    }
    int32_t lead = *at;
    if (lead & 0x8000) return (place){at, -1};
    return (place){behind_value(at) + value_at(at + 1, lead), -1};
  }
  return unit == *at ? (place){at + 1, -1} : nowhere;
}

static place step(place from, uint16_t unit) {
  const uint16_t *at = from.node;
  if (from.rest >= 0) return unit == *at ? (place){at + 1, from.rest - 1} : nowhere;
  int32_t node = *at++;
  if (node & 0x8000) return nowhere;
  if (node >= 0x40) {
    at = behind_node_value(at, node);
    node &= 0x3F;
  }
  if (node < 0x30) return branch(at, node, unit);
  return unit == *at ? (place){at + 1, node - 0x30 - 1} : nowhere;
}

// The cost of the word that ends here, or -1.
static int32_t cost_at(place end) {
  if (end.rest >= 0) return -1;
  int32_t lead = *end.node;
  if (lead & 0x8000) return value_at(end.node + 1, lead & 0x7FFF);
  if (lead < 0x40) return -1;
  if (lead < 0x4040) return (lead >> 6) - 1;
  if (lead < 0x7FC0) return ((lead & 0x7FC0) - 0x4040) << 10 | end.node[1];
  return (int32_t)((uint32_t)end.node[1] << 16 | end.node[2]);
}

// Where each hanzi leads from the root, in units behind it: a branch of twenty thousand is searched once for each.
static _Atomic int32_t firsts[0xA000 - 0x4E00];
enum { UNKNOWN = 0, NONE = -1 };

static place first_step(uint16_t unit) {
  if (unit < 0x4E00 || unit >= 0xA000) return step((place){root, -1}, unit);
  _Atomic int32_t *known = &firsts[unit - 0x4E00];
  int32_t offset = atomic_load_explicit(known, memory_order_relaxed);
  if (offset == UNKNOWN) {
    place found = step((place){root, -1}, unit);
    if (found.rest >= 0) return found;
    offset = found.node ? (int32_t)(found.node - root) : NONE;
    atomic_store_explicit(known, offset, memory_order_relaxed);
  }
  return offset == NONE ? nowhere : (place){root + offset, -1};
}

// Two hanzi in twice 15 bits.
static uint32_t code_of(uint16_t first, uint16_t second) {
  return (uint32_t)(first - 0x4E00) << 15 | (uint32_t)(second - 0x4E00);
}

// Where pairs of characters lead with which words begin, as far as the table has room: one more than the pair, and the
// place in 27 and 5 bits.
static _Atomic uint64_t places[1 << 14];

static uint32_t place_slot(uint16_t first, uint16_t second) { return code_of(first, second) * 0x9E3779B1u >> 18; }

static place second_step(uint16_t first, uint16_t second) {
  uint32_t code = code_of(first, second);
  _Atomic uint64_t *known = &places[place_slot(first, second)];
  uint64_t entry = atomic_load_explicit(known, memory_order_relaxed);
  if (entry >> 32 == code + 1) return (place){root + ((uint32_t)entry >> 5), (int32_t)(entry & 31) - 1};
  place at = first_step(first);
  if (at.node) at = step(at, second);
  if (!at.node) return nowhere;
  uint32_t where = (uint32_t)(at.node - root) << 5 | (uint32_t)(at.rest + 1);
  atomic_store_explicit(known, (uint64_t)(code + 1) << 32 | where, memory_order_relaxed);
  return at;
}

// Which kinds of characters may follow a hanzi with which a word begins: a bit for each of 511 kinds, and the lowest one
// where they are known. Half of all pairs are ruled out by one look at memory that is soon near.
enum { KINDS = 512 };
static _Alignas(64) _Atomic uint64_t followers[0xA000 - 0x4E00][KINDS / 64];

static uint32_t kind_of(uint16_t unit) {
  uint32_t kind = unit * 0x9E3779B1u >> 23;
  return kind ? kind : 1;
}

static void add_kind(uint64_t *kinds, uint16_t unit) {
  uint32_t kind = kind_of(unit);
  kinds[kind / 64] |= (uint64_t)1 << kind % 64;
}

// The units of a branch; each step halves it.
static void add_branch(uint64_t *kinds, const uint16_t *at, int32_t length) {
  while (length > 5) {
    add_branch(kinds, jump(at + 1), length >> 1);
    length -= length >> 1;
    at = behind_jump(at + 1);
  }
  for (; length > 1; length--) {
    add_kind(kinds, *at);
    at = behind_value(at + 1);
  }
  add_kind(kinds, *at);
}

static void add_followers(uint64_t *kinds, place from) {
  const uint16_t *at = from.node;
  int32_t node = from.rest < 0 ? *at++ : 0x30;
  if (node & 0x8000) return;
  if (node >= 0x40) {
    at = behind_node_value(at, node);
    node &= 0x3F;
  }
  if (node >= 0x30) {
    add_kind(kinds, *at);
    return;
  }
  int32_t length = node ? node : *at++;
  add_branch(kinds, at, length + 1);
}

static void set_followers(uint16_t first) {
  uint64_t kinds[KINDS / 64] = {1};
  place from = first_step(first);
  if (from.node) add_followers(kinds, from);
  _Atomic uint64_t *known = followers[first - 0x4E00];
  for (int32_t i = KINDS / 64 - 1; i > 0; i--) atomic_store_explicit(&known[i], kinds[i], memory_order_relaxed);
  // What marks them as known comes last.
  atomic_store_explicit(&known[0], kinds[0], memory_order_release);
}

static int may_follow(uint16_t first, uint16_t second) {
  _Atomic uint64_t *known = followers[first - 0x4E00];
  if (!(atomic_load_explicit(&known[0], memory_order_acquire) & 1)) set_followers(first);
  uint32_t kind = kind_of(second);
  return atomic_load_explicit(&known[kind / 64], memory_order_relaxed) >> kind % 64 & 1;
}

// Whether a word ends with a pair of characters, and whether one goes on behind it, for more pairs and in less room: a
// pair's number is mixed without loss, so that its slot and 13 bits more tell which it is.
static _Atomic uint16_t pairs[1 << 17];
enum { KNOWN = 1, GOES_ON = 2, ENDS = 4 };

static uint32_t mixed_code(uint16_t first, uint16_t second) {
  return code_of(first, second) * 0x9E3779B1u & 0x3FFFFFFF;
}

static int what_follows(uint16_t first, uint16_t second) {
  uint32_t mixed = mixed_code(first, second);
  _Atomic uint16_t *known = &pairs[mixed >> 13];
  uint16_t entry = atomic_load_explicit(known, memory_order_relaxed);
  if ((entry & KNOWN) && entry >> 3 == (mixed & 0x1FFF)) return entry & (GOES_ON | ENDS);
  place at = second_step(first, second);
  int follows = 0;
  if (at.node) {
    if (at.rest >= 0 || !(*at.node & 0x8000)) follows |= GOES_ON;
    if (cost_at(at) >= 0) follows |= ENDS;
  }
  atomic_store_explicit(known, (uint16_t)((mixed & 0x1FFF) << 3 | (uint32_t)follows | KNOWN), memory_order_relaxed);
  return follows;
}

// ICU looks for words of twenty characters at most.
enum { LONGEST_WORD = 20 };

int32_t kanbao_words(const uint16_t *text, int32_t length, kanbao_match *matches) {
  int32_t count = 0;
  place at = first_step(text[0]);
  for (int32_t read = 1; at.node; read++) {
    int32_t cost = cost_at(at);
    if (cost >= 0) matches[count++] = (kanbao_match){read, cost};
    if (read == length || read == LONGEST_WORD) break;
    if (read > 1) at = step(at, text[read]);
    else at = may_follow(text[0], text[1]) && what_follows(text[0], text[1]) ? second_step(text[0], text[1]) : nowhere;
  }
  return count;
}

void kanbao_ask_followers(const kanbao_run *run) {
  for (int32_t at = 0; at < run->count; at++) {
    __builtin_prefetch((const void *)followers[run->text[at] - 0x4E00]);
  }
}

void kanbao_read_followers(kanbao_run *run) {
  run->begins = 0;
  for (int32_t at = 0; at < run->count && at + 1 < run->length; at++) {
    if (!may_follow(run->text[at], run->text[at + 1])) continue;
    run->begins |= 1u << at;
    __builtin_prefetch((const void *)&pairs[mixed_code(run->text[at], run->text[at + 1]) >> 13]);
  }
}

void kanbao_read_pairs(kanbao_run *run) {
  const uint16_t *text = run->text;
  run->going_on = 0;
  for (int32_t at = 0; at < run->count; at++) {
    int follows = run->begins >> at & 1 ? what_follows(text[at], text[at + 1]) : 0;
    run->longest[at] = follows & ENDS ? 2 : 1;
    if (!(follows & GOES_ON) || at + 2 >= run->length) continue;
    run->going_on |= 1u << at;
    __builtin_prefetch(&places[place_slot(text[at], text[at + 1])]);
  }
}

void kanbao_read_places(kanbao_run *run) {
  for (uint32_t left = run->going_on; left; left &= left - 1) {
    int32_t at = __builtin_ctz(left);
    run->behind[at] = second_step(run->text[at], run->text[at + 1]);
    __builtin_prefetch(run->behind[at].node);
  }
}

void kanbao_walk(kanbao_run *run) {
  for (uint32_t left = run->going_on; left; left &= left - 1) {
    int32_t start = __builtin_ctz(left);
    place at = run->behind[start];
    for (int32_t read = 3; start + read <= run->length && read <= LONGEST_WORD; read++) {
      at = step(at, run->text[start + read - 1]);
      if (!at.node) break;
      if (cost_at(at) >= 0) run->longest[start] = (int8_t)read;
    }
  }
}

void kanbao_ask_firsts(const uint16_t *text, int32_t length) {
  for (int32_t at = 0; at < length; at++) {
    if (text[at] >= 0x4E00 && text[at] < 0xA000) __builtin_prefetch((const void *)&firsts[text[at] - 0x4E00]);
    if (at + 1 < length) __builtin_prefetch(&pairs[mixed_code(text[at], text[at + 1]) >> 13]);
  }
}

void kanbao_ask_nodes(const uint16_t *text, int32_t length) {
  for (int32_t at = 0; at < length; at++) {
    __builtin_prefetch(first_step(text[at]).node);
    if (at + 1 < length) __builtin_prefetch(&places[place_slot(text[at], text[at + 1])]);
  }
}
