#include "grow.h"

#include <zlib.h>

enum { RAW = -15, GZIP = 15 + 16 };

// One step of output; what zlib says of it.
static int step(z_stream *stream, kanbao_expanded *result, int64_t capacity) {
  int64_t room = capacity - result->length;
  if (room > 1 << 30) room = 1 << 30;
  stream->next_out = result->bytes + result->length;
  stream->avail_out = (uInt)room;
  int code = inflate(stream, Z_NO_FLUSH);
  result->length += room - stream->avail_out;
  return code;
}

static kanbao_expansion expand(z_stream *stream, const uint8_t *bytes, int64_t length, int32_t is_raw,
                               kanbao_expanded *result, int64_t limit) {
  int64_t capacity = 0, taken = 0;
  for (;;) {
    if (!kanbao_grow(result, &capacity, limit)) return KANBAO_TOO_LARGE;
    int64_t part = length - taken > 1 << 30 ? 1 << 30 : length - taken;
    stream->next_in = (Bytef *)bytes + taken;
    stream->avail_in = (uInt)part;
    int code = step(stream, result, capacity);
    taken += part - stream->avail_in;
    if (result->length > limit) return KANBAO_TOO_LARGE;
    if (code == Z_STREAM_END) {
      int has_member = !is_raw && length - taken > 2 && bytes[taken] == 0x1F && bytes[taken + 1] == 0x8B;
      if (!has_member) return KANBAO_EXPANDED;
      if (inflateReset(stream) != Z_OK) return KANBAO_BROKEN;
    } else if (code == Z_BUF_ERROR || code == Z_OK) {
      if (taken == length && result->length < capacity) return KANBAO_CUT_SHORT;
    } else {
      return KANBAO_BROKEN;
    }
  }
}

kanbao_expanded kanbao_inflate(const uint8_t *bytes, int64_t length, int32_t is_raw, int64_t limit) {
  kanbao_expanded result = {NULL, 0, KANBAO_BROKEN};
  z_stream stream = {0};
  if (inflateInit2(&stream, is_raw ? RAW : GZIP) != Z_OK) return result;
  result.outcome = expand(&stream, bytes, length, is_raw, &result, limit);
  inflateEnd(&stream);
  return result;
}

void kanbao_release(kanbao_expanded expanded) { free(expanded.bytes); }

uint32_t kanbao_crc32(const uint8_t *bytes, int64_t length) { return (uint32_t)crc32_z(0, bytes, (z_size_t)length); }
