#ifndef KANBAO_CRESCUE_H
#define KANBAO_CRESCUE_H

// Gives the terminal back when the program crashes. What has to be sent is prepared beforehand; the handlers call
// only what POSIX allows in a signal handler. They then let the crash go on as it would have without them.

#include <termios.h>

// Prepares for the terminal at descriptor `output`, whose modes become `modes`: `capabilities` are terminfo strings
// (null: none) that are sent in this order, once. To be called again when they change. Returns 0 where they are too long.
int kanbao_rescue_prepare(int output, const struct termios *modes, const char *const *capabilities, int count);

// From now on (1) the terminal is ours and has to be given back, or (0) it has been.
void kanbao_rescue_arm(int armed);

// Catches SEGV, BUS, ILL, FPE, TRAP, ABRT and SYS. What was there before (the default, or Swift's own report) follows.
void kanbao_rescue_catch(void);

// Gives the calling thread a stack of its own for handlers, so that one that has used up its stack is caught, too.
void kanbao_rescue_thread(void);

// Gives the terminal back at once, dropping what it has not taken yet. Async-signal-safe; once only until armed again.
void kanbao_rescue_now(void);

// Starts a thread that gives the terminal back and ends the process by the signal that was sent, if HUP, INT, TERM or
// QUIT is pending in `signals`, of signalfd(2), and nobody has read it for so long.
void kanbao_rescue_watch(int signals, int milliseconds);

#endif
