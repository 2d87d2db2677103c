#define _GNU_SOURCE
#include "CRescue.h"

#include <curses.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <term.h>
#include <time.h>
#include <unistd.h>

enum { kMost = 1024, kStack = 1 << 15 };

static const int kCrashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};
enum { kCrashCount = sizeof kCrashes / sizeof kCrashes[0] };

// What has to be sent. Two of them, so that a crash amid a preparation finds a whole one.
struct farewell {
  int output;
  struct termios modes;
  size_t length;
  char bytes[kMost];
};

static struct farewell farewells[2];
static atomic_int current;
static atomic_int is_armed;
static struct sigaction before[kCrashCount];
static _Thread_local char stack[kStack];

static struct farewell *collecting;

static int collect(int byte) {
  if (collecting->length < kMost) collecting->bytes[collecting->length++] = (char)byte;
  return byte;
}

int kanbao_rescue_prepare(int output, const struct termios *modes, const char *const *capabilities, int count) {
  int next = 1 - atomic_load(&current);
  collecting = &farewells[next];
  collecting->output = output;
  collecting->modes = *modes;
  collecting->length = 0;
  for (int i = 0; i < count; i++) {
    if (capabilities[i]) tputs(capabilities[i], 1, collect);
  }
  if (collecting->length == kMost) return 0;
  atomic_store(&current, next);
  return 1;
}

void kanbao_rescue_arm(int armed) { atomic_store(&is_armed, armed); }

void kanbao_rescue_now(void) {
  if (!atomic_exchange(&is_armed, 0)) return;
  const struct farewell *farewell = &farewells[atomic_load(&current)];
  // A terminal that takes nothing more must not keep us.
  struct pollfd room = {.fd = farewell->output, .events = POLLOUT};
  if (poll(&room, 1, 100) != 1) tcflush(farewell->output, TCOFLUSH);
  int flags = fcntl(farewell->output, F_GETFL);
  fcntl(farewell->output, F_SETFL, flags | O_NONBLOCK);
  ssize_t sent = write(farewell->output, farewell->bytes, farewell->length);
  (void)sent;
  fcntl(farewell->output, F_SETFL, flags);
  // Half an answer of the terminal must not become input of the shell.
  tcflush(farewell->output, TCIFLUSH);
  tcsetattr(farewell->output, TCSANOW, &farewell->modes);
}

static int place_of(int number) {
  int place = 0;
  while (place < kCrashCount - 1 && kCrashes[place] != number) place++;
  return place;
}

// Whoever caught crashes before us (Swift, which prints a report, or a sanitizer) gets what we got. Then the signal
// comes again as it came, with all that the kernel said of it and the registers of the crash, and nobody catches it.
static void crashed(int number, siginfo_t *information, void *context) {
  const struct sigaction *other = &before[place_of(number)];
  kanbao_rescue_now();
  if (other->sa_flags & SA_SIGINFO) {
    other->sa_sigaction(number, information, context);
  } else if (other->sa_handler != SIG_DFL && other->sa_handler != SIG_IGN) {
    other->sa_handler(number);
  }
  signal(number, SIG_DFL);
  if (syscall(SYS_rt_tgsigqueueinfo, getpid(), (pid_t)syscall(SYS_gettid), number, information) != 0) raise(number);
}

void kanbao_rescue_catch(void) {
  kanbao_rescue_thread();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = crashed;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < kCrashCount; i++) sigaction(kCrashes[i], &action, &before[i]);
}

void kanbao_rescue_thread(void) {
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  stack_t now;
  if (sigaltstack(NULL, &now) == 0 && (now.ss_flags & SS_DISABLE)) sigaltstack(&own, NULL);
}

struct watch {
  int signals;
  int milliseconds;
};

static struct watch watched;

static int is_end(int number) { return number == SIGHUP || number == SIGINT || number == SIGTERM || number == SIGQUIT; }

// Signals for the process that are blocked in all its threads wait in its own set, which `sigpending` shows.
static int pending_end(void) {
  sigset_t pending;
  sigpending(&pending);
  for (int number = 1; number < NSIG; number++) {
    if (is_end(number) && sigismember(&pending, number) == 1) return number;
  }
  return 0;
}

static void die(int number) {
  sigset_t one;
  signal(number, SIG_DFL);
  sigemptyset(&one);
  sigaddset(&one, number);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
}

static void *keep_watch(void *unused) {
  struct pollfd wait = {.fd = watched.signals, .events = POLLIN};
  struct timespec patience = {watched.milliseconds / 1000, watched.milliseconds % 1000 * 1000000L};
  for (;;) {
    if (poll(&wait, 1, -1) < 0) continue;
    int first = pending_end();
    nanosleep(&patience, NULL);
    int still = pending_end();
    if (first == 0 || still != first) continue;
    kanbao_rescue_now();
    die(still);
  }
  return unused;
}

void kanbao_rescue_watch(int signals, int milliseconds) {
  pthread_t thread;
  watched = (struct watch){signals, milliseconds};
  if (pthread_create(&thread, NULL, keep_watch, NULL) == 0) pthread_detach(thread);
}
