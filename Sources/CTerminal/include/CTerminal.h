/* The C side of the terminal: ncurses behind plain functions, and what must be safe in a signal handler.
   Swift sees no curses type, macro or global through this header: their macros do not import, their globals are not
   safe to touch, and their wide functions hide behind feature flags that SwiftPM refuses. */
#ifndef SITREP_CTERMINAL_H
#define SITREP_CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* ---- screen.c: curses; all of it from one thread only ---- */

/* One cell of a run. `width` 0 marks the right half of a wide character and is skipped. */
typedef struct {
  uint32_t base, first_mark, second_mark;
  uint8_t width, attributes;
  int16_t pair;
} sitrep_cell;

enum { SITREP_BOLD = 1, SITREP_REVERSE = 2, SITREP_UNDERLINE = 4 };

typedef enum {
  SITREP_INPUT_NONE,
  SITREP_INPUT_CHARACTER,
  SITREP_INPUT_KEY,
} sitrep_input;

typedef enum {
  SITREP_KEY_IGNORED,
  SITREP_KEY_UNKNOWN,
  SITREP_KEY_UP,
  SITREP_KEY_DOWN,
  SITREP_KEY_LEFT,
  SITREP_KEY_RIGHT,
  SITREP_KEY_HOME,
  SITREP_KEY_END,
  SITREP_KEY_PAGE_UP,
  SITREP_KEY_PAGE_DOWN,
  SITREP_KEY_BACKSPACE,
  SITREP_KEY_DELETE,
  SITREP_KEY_BACK_TAB,
  SITREP_KEY_ENTER,
  SITREP_KEY_PASTE_BEGIN,
  SITREP_KEY_PASTE_END,
  SITREP_KEY_FUNCTION = 100, /* plus the number of the key */
} sitrep_key;

/* Makes LC_CTYPE a UTF-8 one: the environment's, or C.UTF-8. False when the machine has none. */
bool sitrep_locale_utf8(void);

/* Takes the terminal behind two descriptors; false when `term` is unknown to terminfo. Never ends the process. */
bool sitrep_screen_open(const char *term, int input, int output);
/* Gives the terminal back for good. Safe to call twice. */
void sitrep_screen_close(void);
/* Gives the terminal back for a while, and takes it again; the next flush then paints everything. */
void sitrep_screen_suspend(void);
void sitrep_screen_resume(void);

/* Colours that the terminal has; 0 for none. */
int sitrep_screen_colors(void);
/* Makes pair `pair` (1 and up) this foreground on the terminal's own background. */
bool sitrep_screen_pair(int pair, int foreground);
/* Whether the terminal understands operating system commands such as a title. */
bool sitrep_screen_has_commands(void);

/* The terminal's size by the kernel's account; false when it has none. */
bool sitrep_terminal_size(int descriptor, int *columns, int *rows);
/* Tells curses about a new size. */
void sitrep_screen_resize(int columns, int rows);

/* Puts a run of cells into one row. */
void sitrep_screen_put(int row, int column, const sitrep_cell *cells, int count);
/* Forgets what the terminal shows, so that the next flush paints everything. */
void sitrep_screen_forget(void);
/* Sends what changed; the cursor goes to a cell, or hides when `row` is negative. */
void sitrep_screen_flush(int row, int column);

/* The next input that has arrived, without waiting for more than an escape sequence's remainder. */
sitrep_input sitrep_screen_read(uint32_t *value);

/* ---- crash.c ---- */

/* Before the terminal is taken: remembers how it is. From here on, a crash gives the terminal back, tells `note` to
   `report`, and only then lets the signal do its work. */
void sitrep_crash_guard(int terminal, int report, const char *note);
/* What to send to the terminal in a crash; empty while the screen is not taken. */
void sitrep_crash_restore(const char *sequence);

#endif
