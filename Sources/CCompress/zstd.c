#include "grow.h"

#include <dlfcn.h>
#include <pthread.h>

// What is used of libzstd's stable interface (zstd.h, since 1.0): buffers of a stream, and four functions.
typedef struct in_buffer {
  const void *bytes;
  size_t size, position;
} in_buffer;
typedef struct out_buffer {
  void *bytes;
  size_t size, position;
} out_buffer;

static void *(*create)(void);
static size_t (*destroy)(void *);
static size_t (*decompress)(void *, out_buffer *, in_buffer *);
static unsigned (*is_error)(size_t);
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_there;

static void load(void) {
  void *library = dlopen("libzstd.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  *(void **)&create = dlsym(library, "ZSTD_createDStream");
  *(void **)&destroy = dlsym(library, "ZSTD_freeDStream");
  *(void **)&decompress = dlsym(library, "ZSTD_decompressStream");
  *(void **)&is_error = dlsym(library, "ZSTD_isError");
  is_there = create && destroy && decompress && is_error;
}

static kanbao_expansion expand(void *stream, in_buffer *in, kanbao_expanded *result, int64_t limit) {
  int64_t capacity = 0;
  for (;;) {
    if (!kanbao_grow(result, &capacity, limit)) return KANBAO_TOO_LARGE;
    out_buffer out = {result->bytes, (size_t)capacity, (size_t)result->length};
    size_t left = decompress(stream, &out, in);
    result->length = (int64_t)out.position;
    if (is_error(left)) return KANBAO_BROKEN;
    if (result->length > limit) return KANBAO_TOO_LARGE;
    if (in->position == in->size && out.position < out.size) return left == 0 ? KANBAO_EXPANDED : KANBAO_CUT_SHORT;
  }
}

kanbao_expanded kanbao_unzstd(const uint8_t *bytes, int64_t length, int64_t limit) {
  kanbao_expanded result = {NULL, 0, KANBAO_NO_LIBRARY};
  pthread_once(&once, load);
  void *stream = is_there ? create() : NULL;
  if (!stream) return result;
  in_buffer in = {bytes, (size_t)length, 0};
  result.outcome = expand(stream, &in, &result, limit);
  destroy(stream);
  return result;
}
