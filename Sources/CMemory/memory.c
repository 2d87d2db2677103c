#include "CMemory.h"

#include <stdlib.h> // says which C library it is

#ifdef __GLIBC__
#include <malloc.h>

void kanbao_large_blocks_apart(void) { mallopt(M_MMAP_THRESHOLD, 256 << 10); }

void kanbao_give_memory_back(void) { malloc_trim(0); }
#else
void kanbao_large_blocks_apart(void) {}

void kanbao_give_memory_back(void) {}
#endif
