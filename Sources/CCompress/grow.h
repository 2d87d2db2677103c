#ifndef KANBAO_GROW_H
#define KANBAO_GROW_H

#include "CCompress.h"
#include <stdlib.h>

enum { KANBAO_CHUNK = 1 << 16 };

// Makes room for more output; 0 if the limit is reached or memory is short.
static inline int kanbao_grow(kanbao_expanded *result, int64_t *capacity, int64_t limit) {
  if (result->length < *capacity) return 1;
  int64_t wanted = *capacity ? *capacity * 2 : KANBAO_CHUNK;
  // One byte more than the limit tells output that ends there from output that goes on.
  if (wanted > limit + 1) wanted = limit + 1;
  uint8_t *grown = wanted > *capacity ? realloc(result->bytes, (size_t)wanted) : NULL;
  if (!grown) return 0;
  result->bytes = grown;
  *capacity = wanted;
  return 1;
}

#endif
