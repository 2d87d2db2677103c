#include "CICU.h"

#include <stdatomic.h>
#include <wchar.h>

static atomic_int ambiguous_is_wide;

void kanbao_set_ambiguous_wide(int32_t wide) { atomic_store(&ambiguous_is_wide, wide != 0); }

// The definition of the executable comes before libc's, also for libncursesw, which asks it for the columns
// of every character that it is given. So layout and ncurses share one table.
int wcwidth(wchar_t scalar) { return kanbao_wcwidth((uint32_t)scalar, atomic_load(&ambiguous_is_wide)); }
