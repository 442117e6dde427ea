/* The wide API, without the flags that pkg-config would bring. */
#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

/* Codes for keys that we define ourselves, beyond those of curses. */
enum { PASTE_BEGIN = 2000, PASTE_END = 2001 };

static SCREEN *screen;
static FILE *output_file, *input_file;
static bool taken, has_commands;
static char restore[512];
static size_t restore_length;

static bool codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool sitrep_locale_utf8(void) {
  if (setlocale(LC_CTYPE, "") && codeset_is_utf8()) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") && codeset_is_utf8();
}

static int append_restore(int character) {
  if (restore_length + 1 < sizeof restore) restore[restore_length++] = (char)character;
  return character;
}

/* The string that makes the terminal usable again without curses' help, padding left out by tputs. */
static void build_restore(void) {
  static const char *const names[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
  restore_length = 0;
  for (const char *byte = "\033[?2004l"; *byte; byte++) append_restore(*byte);
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    char *value = tigetstr(names[index]);
    if (value && value != (char *)-1) tputs(value, 1, append_restore);
  }
  append_restore('\r');
  restore[restore_length] = 0;
}

static void send(const char *text) {
  fflush(output_file);
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t written = write(fileno(output_file), text, length);
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

static void define_keys(void) {
  /* Terminals send arrows in one of two forms, whatever terminfo says; curses knows only one of them. */
  static const struct { const char *suffix; int code; } arrows[] = {
      {"A", KEY_UP}, {"B", KEY_DOWN}, {"C", KEY_RIGHT}, {"D", KEY_LEFT}, {"H", KEY_HOME}, {"F", KEY_END}};
  char sequence[8];
  for (size_t index = 0; index < sizeof arrows / sizeof *arrows; index++) {
    for (const char *form = "[O"; *form; form++) {
      snprintf(sequence, sizeof sequence, "\033%c%s", *form, arrows[index].suffix);
      define_key(sequence, arrows[index].code);
    }
  }
  define_key("\033[1~", KEY_HOME);
  define_key("\033[4~", KEY_END);
  define_key("\033[7~", KEY_HOME);
  define_key("\033[8~", KEY_END);
  define_key("\033[3~", KEY_DC);
  define_key("\033[5~", KEY_PPAGE);
  define_key("\033[6~", KEY_NPAGE);
  define_key("\033[Z", KEY_BTAB);
  define_key("\033[200~", PASTE_BEGIN);
  define_key("\033[201~", PASTE_END);
}

static void enter(void) {
  send("\033[?2004h");
  sitrep_crash_restore(restore);
  taken = true;
}

static void leave(void) {
  if (!taken) return;
  send("\033[?2004l");
  curs_set(1);
  endwin();
  sitrep_crash_restore("");
  taken = false;
}

/* For an exit() that nobody of ours has called. */
static void leave_at_exit(void) { leave(); }

bool sitrep_screen_open(const char *term, int input, int output) {
  static bool registered;
  sitrep_screen_close();
  input_file = fdopen(dup(input), "r");
  output_file = fdopen(dup(output), "w");
  if (input_file && output_file) screen = newterm(term, output_file, input_file);
  if (!screen) {
    if (input_file) fclose(input_file);
    if (output_file) fclose(output_file);
    input_file = output_file = NULL;
    return false;
  }
  set_term(screen);
  set_escdelay(25);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  /* A frame is always sent whole, without asking before each row whether somebody types: that is read after it. */
  typeahead(-1);
  nodelay(stdscr, TRUE);
  meta(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  curs_set(0);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  define_keys();
  char *status = tigetstr("tsl");
  has_commands = tigetflag("XT") > 0 || (status && status != (char *)-1);
  build_restore();
  if (!registered) {
    registered = true;
    atexit(leave_at_exit);
  }
  enter();
  return true;
}

void sitrep_screen_close(void) {
  leave();
  if (screen) delscreen(screen);
  screen = NULL;
  if (output_file) fclose(output_file);
  if (input_file) fclose(input_file);
  output_file = input_file = NULL;
}

void sitrep_screen_suspend(void) {
  if (!taken) return;
  def_prog_mode();
  leave();
}

void sitrep_screen_resume(void) {
  if (!screen || taken) return;
  reset_prog_mode();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  enter();
}

int sitrep_screen_colors(void) { return has_colors() ? COLORS : 0; }

bool sitrep_screen_pair(int pair, int foreground) {
  if (pair < 1 || pair >= COLOR_PAIRS) return false;
  return init_pair((short)pair, (short)foreground, -1) == OK;
}

bool sitrep_screen_has_commands(void) { return has_commands; }

bool sitrep_terminal_size(int descriptor, int *across, int *down) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *across = size.ws_col;
  *down = size.ws_row;
  return true;
}

void sitrep_screen_resize(int across, int down) {
  resizeterm(down, across);
  clearok(curscr, TRUE);
}

void sitrep_screen_put(int row, int column, const sitrep_cell *cells, int count) {
  enum { CHUNK = 256 };
  static const attr_t looks[8] = {
      A_NORMAL, A_BOLD, A_REVERSE, A_BOLD | A_REVERSE,
      A_UNDERLINE, A_BOLD | A_UNDERLINE, A_REVERSE | A_UNDERLINE, A_BOLD | A_REVERSE | A_UNDERLINE};
  cchar_t run[CHUNK];
  int used = 0, start = column;
  for (int index = 0; index < count; index++) {
    const sitrep_cell *cell = &cells[index];
    if (cell->width == 0) continue;
    if (used == CHUNK) {
      mvwadd_wchnstr(stdscr, row, start, run, used);
      used = 0;
    }
    if (used == 0) start = column + index;
    wchar_t text[4] = {(wchar_t)cell->base, (wchar_t)cell->first_mark, (wchar_t)cell->second_mark, 0};
    attr_t look = looks[cell->attributes & 7];
    if (setcchar(&run[used], text, look, cell->pair, NULL) != OK) {
      setcchar(&run[used], cell->width == 2 ? L"\uFF1F" : L"?", look, cell->pair, NULL);
    }
    used++;
  }
  if (used > 0) mvwadd_wchnstr(stdscr, row, start, run, used);
}

void sitrep_screen_forget(void) { clearok(curscr, TRUE); }

void sitrep_screen_flush(int row, int column) {
  if (row >= 0) wmove(stdscr, row, column);
  curs_set(row >= 0 ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
}

static uint32_t key_of(wint_t code) {
  switch (code) {
    case KEY_UP: return SITREP_KEY_UP;
    case KEY_DOWN: return SITREP_KEY_DOWN;
    case KEY_LEFT: return SITREP_KEY_LEFT;
    case KEY_RIGHT: return SITREP_KEY_RIGHT;
    case KEY_HOME: case KEY_A1: return SITREP_KEY_HOME;
    case KEY_END: case KEY_C1: return SITREP_KEY_END;
    case KEY_PPAGE: case KEY_A3: return SITREP_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return SITREP_KEY_PAGE_DOWN;
    case KEY_BACKSPACE: return SITREP_KEY_BACKSPACE;
    case KEY_DC: return SITREP_KEY_DELETE;
    case KEY_BTAB: return SITREP_KEY_BACK_TAB;
    case KEY_ENTER: return SITREP_KEY_ENTER;
    case PASTE_BEGIN: return SITREP_KEY_PASTE_BEGIN;
    case PASTE_END: return SITREP_KEY_PASTE_END;
    /* resizeterm() queues one of these that poll() does not see: old news whenever it comes. */
    case KEY_RESIZE: case KEY_MOUSE: return SITREP_KEY_IGNORED;
    default: break;
  }
  if (code > KEY_F0 && code <= KEY_F(63)) return SITREP_KEY_FUNCTION + (uint32_t)(code - KEY_F0);
  return SITREP_KEY_UNKNOWN;
}

sitrep_input sitrep_screen_read(uint32_t *value) {
  wint_t code = 0;
  int kind = wget_wch(stdscr, &code);
  if (kind == ERR) return SITREP_INPUT_NONE;
  if (kind == KEY_CODE_YES) {
    *value = key_of(code);
    return SITREP_INPUT_KEY;
  }
  *value = (uint32_t)code;
  return SITREP_INPUT_CHARACTER;
}
