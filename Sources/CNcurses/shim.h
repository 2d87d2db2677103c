#ifndef KANBAO_CNCURSES_SHIM_H
#define KANBAO_CNCURSES_SHIM_H

// Wide-character ncurses; both macros must stand before the first include.
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <limits.h>
#include <locale.h>
#include <ncurses.h>
#include <term.h>

// Swift 6 refuses C globals as shared mutable state, so they are reached through functions.
static inline WINDOW *kanbao_stdscr(void) { return stdscr; }

// The number of colours that terminfo gives a terminal, negative for none; INT_MIN where it is not known.
static inline int kanbao_terminfo_colours(const char *terminal) {
  int found = 0;
  if (setupterm((char *)terminal, 1, &found) != OK) return INT_MIN;
  return tigetnum("colors");
}

#endif
