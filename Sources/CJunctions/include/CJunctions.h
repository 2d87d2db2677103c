#pragma once

#include <stddef.h>

/// The table that scripts/junctions.py lays out; what is in it, and how, stands there.
const unsigned char *kanbao_junctions(void);

/// How many bytes it has.
size_t kanbao_junctions_length(void);

/// Asks for the memory at an address, which is read soon. Any address may be asked for.
static inline void kanbao_fetch(const void *address) { __builtin_prefetch(address); }
