#include "CFaults.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

static volatile int zero;

static int deeper(volatile int depth) {
  volatile char room[4096];
  room[depth % 4096] = (char)depth;
  return deeper(depth + 1) + room[0];
}

void kanbao_fault_null(void) { *(volatile int *)(size_t)(16 + zero) = 1; }

void kanbao_fault_file_end(void) {
  FILE *file = tmpfile();
  if (file == NULL) return;
  volatile char *memory = mmap(NULL, 1 << 16, PROT_READ, MAP_SHARED, fileno(file), 0);
  if (memory != MAP_FAILED) zero = memory[100];
}

void kanbao_fault_illegal(void) { __builtin_trap(); }

void kanbao_fault_division(void) { zero = 1 / zero; }

void kanbao_fault_abort(void) { abort(); }

void kanbao_fault_stack(void) { zero = deeper(1); }
