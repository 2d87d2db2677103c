#ifndef KANBAO_CCOMPRESS_H
#define KANBAO_CCOMPRESS_H

// The door to zlib, and to libzstd where the system has it: that one is looked for when it is first needed, so that
// neither the build nor the program depends on it.

#include <stdint.h>

typedef enum kanbao_expansion {
  KANBAO_EXPANDED = 0,
  // More than the limit.
  KANBAO_TOO_LARGE = 1,
  KANBAO_BROKEN = 2,
  KANBAO_CUT_SHORT = 3,
  KANBAO_NO_LIBRARY = 4
} kanbao_expansion;

// Expanded bytes, also those before a fault. To be given to kanbao_release.
typedef struct kanbao_expanded {
  uint8_t *bytes;
  int64_t length;
  kanbao_expansion outcome;
} kanbao_expanded;

// Expands a gzip file of one member or several; is_raw: a bare deflate stream, as in zip files. Stops at `limit`
// bytes of output.
kanbao_expanded kanbao_inflate(const uint8_t *bytes, int64_t length, int32_t is_raw, int64_t limit);

// Expands a zstd file of one frame or several.
kanbao_expanded kanbao_unzstd(const uint8_t *bytes, int64_t length, int64_t limit);

// Frees what an expansion gave.
void kanbao_release(kanbao_expanded expanded);

// The checksum that zip files carry.
uint32_t kanbao_crc32(const uint8_t *bytes, int64_t length);

#endif
