/* What Swift cannot ask of the system itself: signals and processes, whose newer functions its Glibc hides, and the
   memory that a program keeps. */
#ifndef SITREP_CPROCESS_H
#define SITREP_CPROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/* ---- process.c ---- */

/* Blocks the signals of the console in the calling thread and in all that it starts later. */
void sitrep_signals_block(void);
/* A descriptor that tells of the blocked signals; -1 with errno. */
int sitrep_signals_descriptor(void);
/* The next signal of that descriptor; 0 for none. */
int sitrep_signals_next(int descriptor);

/* A descriptor that is readable while its count is above zero: write adds to it, read empties it. -1 with errno. */
int sitrep_counter_descriptor(void);

/* A pipe that nothing inherits which is started meanwhile. False with errno. */
bool sitrep_pipe(int ends[2]);
/* Has a program that is to be started (its posix_spawn_file_actions_t) keep nothing open but its three streams.
   Returns 0 or an errno. */
int sitrep_spawn_closes_others(void *actions);

/* Starts a program with no signal blocked, in a process group of its own that owns `terminal`.
   Returns 0 or an errno. */
int sitrep_spawn_foreground(char *const arguments[], int terminal, pid_t *process);
/* A descriptor that becomes readable when the process ends; -1 where the kernel has none. */
int sitrep_process_descriptor(pid_t process);
/* Makes a process group the owner of the terminal, also from the background. */
void sitrep_terminal_give(int terminal, pid_t group);
/* How a wait status reads: an exit code, 128 plus a signal's number, or -1 when the process has only stopped. */
int sitrep_wait_code(int status);

/* ---- code.c ---- */

/* Lets the pages of the program's code go that only starting has needed. The next call of anything on them finds them
   in the page cache again. */
void sitrep_code_let_go(void);

/* All threads take their memory from one heap: each of its own keeps what it once needed. To be said before the first
   thread begins. */
void sitrep_one_heap(void);

#endif
