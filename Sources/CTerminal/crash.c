/* A crash inside the alternate screen would leave a terminal that shows and echoes nothing, and Swift's own handler
   would then wait in it for a key. So ours comes first: restore, tell, die. Only calls that are safe in a handler. */
#define _GNU_SOURCE 1
#include "CTerminal.h"

#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int guarded = -1, told = -1;
static bool has_modes;
static struct termios modes;
/* Two places for the string, so that a crash during a change finds a whole one. */
static char sequences[2][512];
static volatile sig_atomic_t current;
static volatile sig_atomic_t lengths[2];
static char message[512];
static size_t message_length;
/* An overflown stack cannot hold the handler's frame. */
static char spare_stack[65536];

static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};

static void on_crash(int number) {
  int place = current;
  if (lengths[place] > 0) {
    ssize_t ignored = write(guarded, sequences[place], (size_t)lengths[place]);
    if (has_modes) tcsetattr(guarded, TCSANOW, &modes);
    ignored = write(told, message, message_length);
    (void)ignored;
  }
  signal(number, SIG_DFL);
  raise(number);
}

void sitrep_crash_guard(int terminal, int report, const char *note) {
  guarded = terminal;
  told = report;
  has_modes = tcgetattr(terminal, &modes) == 0;
  message_length = strnlen(note, sizeof message);
  memcpy(message, note, message_length);
  stack_t spare = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  sigaltstack(&spare, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  for (size_t index = 0; index < sizeof deadly / sizeof *deadly; index++) sigaction(deadly[index], &action, NULL);
}

void sitrep_crash_restore(const char *sequence) {
  int place = 1 - current;
  size_t length = strnlen(sequence, sizeof sequences[place]);
  memcpy(sequences[place], sequence, length);
  lengths[place] = (sig_atomic_t)length;
  current = place;
}
