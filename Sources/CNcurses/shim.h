#ifndef KANBAO_CNCURSES_SHIM_H
#define KANBAO_CNCURSES_SHIM_H

// Wide-character ncurses; both macros must stand before the first include.
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <locale.h>
#include <ncurses.h>

// Swift 6 refuses C globals as shared mutable state, so they are reached through functions.
static inline WINDOW *kanbao_stdscr(void) { return stdscr; }

#endif
