extension Schema {
  /// Letters that are to be sent, and what became of them.
  static let outbox = """
    CREATE TABLE outbox(
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE CHECK(key <> ''),
      channel TEXT NOT NULL CHECK(channel <> ''),
      recipient TEXT NOT NULL,
      content TEXT NOT NULL,
      occasion TEXT,
      incident TEXT,
      event TEXT,
      drill INTEGER NOT NULL CHECK(drill IN (0, 1)),
      repeatable INTEGER NOT NULL CHECK(repeatable IN (0, 1)),
      expires_at INTEGER,
      state TEXT NOT NULL
        CHECK(state IN ('waiting', 'claimed', 'delivered', 'failed', 'unknown', 'held', 'withdrawn')),
      attempts INTEGER NOT NULL DEFAULT 0 CHECK(attempts >= 0),
      doubts INTEGER NOT NULL DEFAULT 0 CHECK(doubts >= 0),
      fence INTEGER,
      written_at INTEGER NOT NULL,
      next_at INTEGER NOT NULL,
      attempted_at INTEGER,
      finished_at INTEGER,
      receipt TEXT,
      reason TEXT,
      CHECK(state <> 'claimed' OR (fence IS NOT NULL AND attempted_at IS NOT NULL)),
      CHECK((finished_at IS NOT NULL) = (state IN ('delivered', 'failed', 'unknown', 'withdrawn')))
    ) STRICT;
    CREATE INDEX outbox_due ON outbox(next_at) WHERE state = 'waiting';
    CREATE INDEX outbox_state ON outbox(state) WHERE state <> 'delivered';
    CREATE INDEX outbox_event ON outbox(event) WHERE event IS NOT NULL;
    """

  /// Who does what only one process may do.
  static let lease = """
    CREATE TABLE lease(
      name TEXT PRIMARY KEY CHECK(name <> ''),
      fence INTEGER NOT NULL CHECK(fence > 0),
      node TEXT NOT NULL,
      host TEXT NOT NULL,
      process INTEGER NOT NULL,
      role TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;
    """
}
