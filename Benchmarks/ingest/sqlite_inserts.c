/* What plain SQLite does on this disk: rows of an alert's size, durable, with nothing around them.
 *
 *   cc -O2 -o sqlite_inserts sqlite_inserts.c -lsqlite3
 *   ./sqlite_inserts FILE SECONDS ROWS_PER_TRANSACTION
 *
 * Prints one JSON object. The file is made anew: WAL, synchronous=FULL, one table with one index, as a log has. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BODY = 620, MOST_COMMITS = 4000000 };

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int ascending(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static void check(sqlite3 *database, int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "sqlite_inserts: %s\n", sqlite3_errmsg(database));
  exit(1);
}

static sqlite3 *made_anew(const char *path) {
  const char *endings[] = {"", "-wal", "-shm"};
  for (int ending = 0; ending < 3; ending++) {
    char old[4096];
    snprintf(old, sizeof old, "%s%s", path, endings[ending]);
    unlink(old);
  }
  sqlite3 *database = NULL;
  check(database, sqlite3_open(path, &database));
  check(database, sqlite3_exec(database,
                               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                               "CREATE TABLE entry(position INTEGER PRIMARY KEY, stream INTEGER NOT NULL,"
                               " recorded_at INTEGER NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL) STRICT;"
                               "CREATE INDEX entry_stream ON entry(stream, position);",
                               NULL, NULL, NULL));
  return database;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: sqlite_inserts FILE SECONDS ROWS_PER_TRANSACTION\n");
    return 64;
  }
  sqlite3 *database = made_anew(arguments[1]);
  double length = atof(arguments[2]);
  int batch = atoi(arguments[3]);
  sqlite3_stmt *begin, *insert, *commit;
  check(database, sqlite3_prepare_v2(database, "BEGIN IMMEDIATE", -1, &begin, NULL));
  check(database, sqlite3_prepare_v2(database, "COMMIT", -1, &commit, NULL));
  check(database, sqlite3_prepare_v2(database,
                                     "INSERT INTO entry(stream, recorded_at, kind, payload) VALUES(?, ?, ?, ?)", -1,
                                     &insert, NULL));
  char body[BODY];
  memset(body, 'x', sizeof body);
  double *times = malloc(sizeof *times * MOST_COMMITS);
  if (times == NULL) return 1;
  long rows = 0, commits = 0;
  double start = seconds(), now = start;
  while (now - start < length && commits < MOST_COMMITS) {
    double before = now;
    check(database, sqlite3_step(begin));
    sqlite3_reset(begin);
    for (int row = 0; row < batch; row++, rows++) {
      sqlite3_bind_int64(insert, 1, rows % 500);
      sqlite3_bind_int64(insert, 2, rows);
      sqlite3_bind_text(insert, 3, "alert.fired", -1, SQLITE_STATIC);
      sqlite3_bind_text(insert, 4, body, sizeof body, SQLITE_STATIC);
      check(database, sqlite3_step(insert));
      sqlite3_reset(insert);
    }
    check(database, sqlite3_step(commit));
    sqlite3_reset(commit);
    now = seconds();
    times[commits++] = (now - before) * 1e3;
  }
  qsort(times, (size_t)commits, sizeof *times, ascending);
  printf("{\"rows_per_s\": %.0f, \"commits_per_s\": %.0f, \"p50_ms\": %.3f, \"p99_ms\": %.3f}\n",
         (double)rows / (now - start), (double)commits / (now - start), times[commits / 2], times[commits * 99 / 100]);
  free(times);
  sqlite3_finalize(begin);
  sqlite3_finalize(insert);
  sqlite3_finalize(commit);
  sqlite3_close(database);
  return 0;
}
