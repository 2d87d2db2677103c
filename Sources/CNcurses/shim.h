#ifndef KANBAO_CNCURSES_SHIM_H
#define KANBAO_CNCURSES_SHIM_H

// Wide-character ncurses; both macros must stand before the first include.
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <term.h>
#include <unistd.h>

// Swift 6 refuses C globals as shared mutable state, so they are reached through functions.
static inline WINDOW *kanbao_stdscr(void) { return stdscr; }

// The number of colours that terminfo gives a terminal, negative for none; INT_MIN where it is not known.
static inline int kanbao_terminfo_colours(const char *terminal) {
  int found = 0;
  if (setupterm((char *)terminal, 1, &found) != OK) return INT_MIN;
  return tigetnum("colors");
}

// A screen that writes to the terminal `out` and takes its modes from the terminal `in`, or null where TERM
// names no usable terminal.
static inline SCREEN *kanbao_newterm(int in, int out) {
  FILE *input = fdopen(dup(in), "r");
  FILE *output = fdopen(dup(out), "w");
  return input && output ? newterm(NULL, output, input) : NULL;
}

// A terminfo string with one or two numbers filled in; good until the next call.
static inline const char *kanbao_filled(const char *string, int first, int second) {
  return tiparm(string, first, second);
}

// Writes characters into a row, ended by 0, from a column on. Their columns are wcwidth's.
static inline void kanbao_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  wattr_set(stdscr, attributes, (short)pair, NULL);
  mvaddwstr(row, column, text);
}

// Tells ncurses that rows of the terminal are blank now, and are to be drawn.
static inline void kanbao_blanked(int first, int count) {
  for (int row = first; row < first + count; row++) {
    wmove(curscr, row, 0);
    wclrtoeol(curscr);
  }
  // What is to be there as before is not looked at again if it is not said.
  wtouchln(newscr, first, count, 1);
}

// Draws a piece of a line: of Unicode, or of the terminal's own set.
static inline void kanbao_put_line(int row, int column, int horizontal, int own, attr_t attributes, int pair) {
  wattr_set(stdscr, attributes, (short)pair, NULL);
  if (own) {
    mvaddch(row, column, horizontal ? ACS_HLINE : ACS_VLINE);
  } else {
    mvadd_wch(row, column, horizontal ? WACS_HLINE : WACS_VLINE);
  }
}

#endif
