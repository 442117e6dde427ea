#define _GNU_SOURCE 1
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void console_signals(sigset_t *set) {
  static const int numbers[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  sigemptyset(set);
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) sigaddset(set, numbers[index]);
}

void sitrep_signals_block(void) {
  sigset_t set;
  console_signals(&set);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int sitrep_signals_descriptor(void) {
  sigset_t set;
  console_signals(&set);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int sitrep_signals_next(int descriptor) {
  struct signalfd_siginfo news;
  ssize_t count = read(descriptor, &news, sizeof news);
  return count == (ssize_t)sizeof news ? (int)news.ssi_signo : 0;
}

int sitrep_counter_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

bool sitrep_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0; }

int sitrep_spawn_closes_others(void *actions) { return posix_spawn_file_actions_addclosefrom_np(actions, 3); }

int sitrep_spawn_foreground(char *const arguments[], int terminal, pid_t *process) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, console;
  int error = posix_spawnattr_init(&attributes);
  if (error) return error;
  error = posix_spawn_file_actions_init(&actions);
  if (error) {
    posix_spawnattr_destroy(&attributes);
    return error;
  }
  sigemptyset(&none);
  console_signals(&console);
  sigaddset(&console, SIGPIPE);
  sigaddset(&console, SIGTTOU);
  /* Our blocked signals would make an editor deaf to Ctrl-C and to a new window size. */
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &console);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  /* Done by the child before it runs, so that it never finds itself in the background. */
  if (tcgetpgrp(terminal) >= 0) error = posix_spawn_file_actions_addtcsetpgrp_np(&actions, terminal);
  /* An editor that stays open is to keep neither the store's lock nor a terminal of ours. */
  if (!error) error = sitrep_spawn_closes_others(&actions);
  if (!error) error = posix_spawnp(process, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int sitrep_process_descriptor(pid_t process) {
#ifdef SYS_pidfd_open
  return (int)syscall(SYS_pidfd_open, process, 0);
#else
  return -1;
#endif
}

void sitrep_terminal_give(int terminal, pid_t group) {
  /* From the background, asking for the terminal would stop us. */
  sigset_t output, before;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &before);
  tcsetpgrp(terminal, group);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int sitrep_wait_code(int status) {
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
  return -1;
}
