import GRDB

/// The tables that are the same in every store; the projections of the folds come from their descriptions.
enum Schema {
  /// `PRAGMA application_id`: "SITR".
  static let application: Int64 = 0x5349_5452
  /// `PRAGMA user_version`: thousands that differ cannot be read at all; a greater number below a thousand can be
  /// read but not written.
  static let version: Int64 = 1_003

  /// Greatest length of a payload in bytes.
  static let payloadLimit = 65_536
  /// Greatest length of an attachment in bytes.
  static let attachmentLimit = 262_144

  static func create(_ database: Database) throws {
    try database.execute(sql: log)
    try database.execute(sql: keepers)
    try database.execute(sql: projections)
    try database.execute(sql: local)
    try database.execute(sql: "PRAGMA application_id = \(application)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// What is kept for good. Names of streams and actors stand once and are referred to by number, because random
  /// text in indexes makes growth slow; the hash covers the names.
  private static let log = """
    CREATE TABLE stream(
      key INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK(name LIKE '_%:_%')
    ) STRICT;
    CREATE TABLE actor(
      key INTEGER PRIMARY KEY,
      person TEXT NOT NULL,
      login TEXT,
      uid INTEGER,
      host TEXT,
      via TEXT NOT NULL,
      assurance TEXT NOT NULL CHECK(assurance IN ('verified', 'asserted', 'machine'))
    ) STRICT;
    CREATE UNIQUE INDEX actor_name ON actor(
      person, ifnull(login, ''), ifnull(uid, -1), ifnull(host, ''), via, assurance);
    CREATE TABLE event(
      position INTEGER PRIMARY KEY,
      node TEXT NOT NULL CHECK(node <> ''),
      sequence INTEGER NOT NULL CHECK(sequence > 0),
      stamp_ms INTEGER NOT NULL,
      stamp_counter INTEGER NOT NULL CHECK(stamp_counter >= 0),
      stamp_node TEXT NOT NULL,
      stream INTEGER NOT NULL REFERENCES stream(key),
      incident INTEGER REFERENCES stream(key),
      kind TEXT NOT NULL CHECK(kind <> ''),
      version INTEGER NOT NULL CHECK(version > 0),
      actor INTEGER NOT NULL REFERENCES actor(key),
      happened_at INTEGER NOT NULL,
      precision TEXT NOT NULL CHECK(precision IN ('exact', 'minute', 'approximate', 'unknown')),
      zone TEXT,
      ended_at INTEGER,
      recorded_at INTEGER NOT NULL,
      cause TEXT,
      occasion TEXT,
      supersedes TEXT,
      evidence TEXT,
      drill INTEGER NOT NULL CHECK(drill IN (0, 1)),
      payload TEXT CHECK(length(CAST(payload AS BLOB)) <= \(payloadLimit)),
      salt BLOB,
      payload_hash BLOB NOT NULL CHECK(length(payload_hash) = 32),
      previous_hash BLOB NOT NULL CHECK(length(previous_hash) = 32),
      hash BLOB NOT NULL CHECK(length(hash) = 32),
      UNIQUE(node, sequence),
      CHECK((payload IS NULL) = (salt IS NULL))
    ) STRICT;
    CREATE INDEX event_stream ON event(stream, stamp_ms, stamp_counter, stamp_node);
    CREATE UNIQUE INDEX event_occasion ON event(occasion, node) WHERE occasion IS NOT NULL;
    CREATE INDEX event_redaction ON event(stream) WHERE kind = 'event.redacted';
    CREATE INDEX event_evidence ON event(evidence) WHERE evidence IS NOT NULL;
    CREATE TABLE attachment(
      digest TEXT PRIMARY KEY CHECK(digest LIKE 'sha256:%'),
      media_type TEXT NOT NULL,
      bytes BLOB NOT NULL CHECK(length(bytes) <= \(attachmentLimit))
    ) STRICT;
    CREATE TABLE head(
      node TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL CHECK(sequence > 0),
      hash BLOB NOT NULL CHECK(length(hash) = 32),
      stamp_ms INTEGER NOT NULL,
      stamp_counter INTEGER NOT NULL,
      stamp_node TEXT NOT NULL
    ) STRICT;
    """

  /// The log is append-only. A payload may go where a redaction of that event stands in the same stream, and an
  /// attachment where only redacted events refer to it.
  private static let keepers = """
    CREATE TRIGGER event_stays BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
    CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
    WHEN NOT (
      NEW.payload IS NULL AND NEW.salt IS NULL
      AND NEW.position IS OLD.position AND NEW.node IS OLD.node AND NEW.sequence IS OLD.sequence
      AND NEW.stamp_ms IS OLD.stamp_ms AND NEW.stamp_counter IS OLD.stamp_counter
      AND NEW.stamp_node IS OLD.stamp_node AND NEW.stream IS OLD.stream AND NEW.incident IS OLD.incident
      AND NEW.kind IS OLD.kind AND NEW.version IS OLD.version AND NEW.actor IS OLD.actor
      AND NEW.happened_at IS OLD.happened_at AND NEW.precision IS OLD.precision AND NEW.zone IS OLD.zone
      AND NEW.ended_at IS OLD.ended_at AND NEW.recorded_at IS OLD.recorded_at AND NEW.cause IS OLD.cause
      AND NEW.occasion IS OLD.occasion AND NEW.supersedes IS OLD.supersedes AND NEW.evidence IS OLD.evidence
      AND NEW.drill IS OLD.drill AND NEW.payload_hash IS OLD.payload_hash
      AND NEW.previous_hash IS OLD.previous_hash AND NEW.hash IS OLD.hash
      AND EXISTS (
        SELECT 1 FROM event AS r, json_each(r.payload, '$.replacements') AS entry
        WHERE r.stream = OLD.stream AND r.kind = 'event.redacted'
          AND json_extract(entry.value, '$.target') = OLD.node || '-' || OLD.sequence))
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER attachment_unchanged BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'attachments are never changed'); END;
    CREATE TRIGGER attachment_stays BEFORE DELETE ON attachment
    WHEN EXISTS (
        SELECT 1 FROM event WHERE evidence IS NOT NULL AND payload IS NOT NULL
          AND instr(evidence, '"' || OLD.digest || '"'))
      OR NOT EXISTS (
        SELECT 1 FROM event WHERE evidence IS NOT NULL AND payload IS NULL
          AND instr(evidence, '"' || OLD.digest || '"'))
    BEGIN SELECT RAISE(ABORT, 'attachments are never deleted while an event needs them'); END;
    """

  /// What can be computed again from the log.
  private static let projections = """
    CREATE TABLE fold(
      kind TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      tables TEXT NOT NULL
    ) STRICT;
    \(staleFold)
    CREATE TABLE stream_state(
      stream INTEGER PRIMARY KEY REFERENCES stream(key),
      fold_version INTEGER NOT NULL,
      stamp_ms INTEGER NOT NULL,
      stamp_counter INTEGER NOT NULL,
      stamp_node TEXT NOT NULL,
      orphans INTEGER NOT NULL,
      events INTEGER NOT NULL CHECK(events > 0),
      state TEXT CHECK((state IS NULL) = (events <= \(StreamStates.shortStream)))
    ) STRICT;
    CREATE TABLE entry(
      position INTEGER PRIMARY KEY REFERENCES event(position),
      incident INTEGER REFERENCES stream(key),
      stamp_ms INTEGER NOT NULL,
      stamp_counter INTEGER NOT NULL,
      stamp_node TEXT NOT NULL,
      happened_at INTEGER NOT NULL,
      precision TEXT NOT NULL,
      label TEXT NOT NULL,
      text TEXT NOT NULL,
      corrected_by TEXT,
      retracted INTEGER NOT NULL CHECK(retracted IN (0, 1)),
      redacted INTEGER NOT NULL CHECK(redacted IN (0, 1))
    ) STRICT;
    CREATE INDEX entry_happened ON entry(incident, happened_at, stamp_ms, stamp_counter, stamp_node, retracted)
      WHERE incident IS NOT NULL;
    CREATE TABLE search_part(
      number INTEGER PRIMARY KEY,
      filled_to INTEGER
    ) STRICT;
    """

  /// What belongs to this file alone: never exported, kept at a rebuild.
  private static let local = """
    CREATE TABLE node(
      name TEXT PRIMARY KEY CHECK(name <> ''),
      machine TEXT NOT NULL,
      inode INTEGER NOT NULL,
      born INTEGER NOT NULL,
      opened_at INTEGER NOT NULL,
      is_current INTEGER NOT NULL CHECK(is_current IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX node_current ON node(is_current) WHERE is_current = 1;
    CREATE TABLE heartbeat(
      name TEXT PRIMARY KEY,
      beat_at INTEGER NOT NULL,
      detail TEXT
    ) STRICT;
    CREATE TABLE api_key(
      name TEXT PRIMARY KEY CHECK(name <> ''),
      hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32),
      service TEXT,
      rate INTEGER CHECK(rate > 0),
      created_at INTEGER NOT NULL,
      revoked_at INTEGER
    ) STRICT;
    CREATE TABLE key_use(
      name TEXT PRIMARY KEY REFERENCES api_key(name),
      used_at INTEGER NOT NULL,
      uses INTEGER NOT NULL CHECK(uses > 0)
    ) STRICT;
    CREATE TABLE source_seen(
      source TEXT PRIMARY KEY CHECK(source <> ''),
      first_seen INTEGER NOT NULL,
      last_seen INTEGER NOT NULL,
      seen INTEGER NOT NULL CHECK(seen > 0),
      last_incident TEXT
    ) STRICT;
    \(outbox)
    \(lease)
    CREATE TABLE sync_cursor(
      peer TEXT NOT NULL,
      node TEXT NOT NULL,
      sequence INTEGER NOT NULL CHECK(sequence >= 0),
      PRIMARY KEY(peer, node)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE backup(
      path TEXT PRIMARY KEY,
      made_at INTEGER NOT NULL
    ) STRICT;
    \(received)
    \(outboxHold)
    """

  /// Streams of this kind with a number below `below` are still as an older fold left them.
  private static let staleFold = """
    CREATE TABLE stale_fold(
      kind TEXT PRIMARY KEY,
      below INTEGER NOT NULL
    ) STRICT;
    """

  /// Which events of other files were ever taken in: what is missing elsewhere in their chains was never here.
  private static let received = """
    CREATE TABLE received(
      node TEXT NOT NULL,
      first INTEGER NOT NULL CHECK(first > 0),
      last INTEGER NOT NULL CHECK(last >= first),
      PRIMARY KEY(node, first)
    ) STRICT, WITHOUT ROWID;
    """

  /// While it has its row, no letter leaves.
  private static let outboxHold = """
    CREATE TABLE outbox_hold(
      only INTEGER PRIMARY KEY CHECK(only = 1),
      since INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    """

  /// Brings a file of this thousand to this version; inside a transaction. Each step stands for good.
  static func bringUp(_ database: Database, from version: Int64) throws {
    guard version < Self.version else { return }
    if version < 1_001 {
      // Two files that are apart may each record the same due event; neither can be refused when they meet.
      try database.execute(
        sql: """
          DROP INDEX event_occasion;
          CREATE UNIQUE INDEX event_occasion ON event(occasion, node) WHERE occasion IS NOT NULL;
          """)
      try database.execute(sql: staleFold + received + outboxHold)
    }
    if version < 1_002 {
      // No Sitrep before this version wrote a letter.
      try database.execute(sql: "DROP TABLE outbox;" + outbox + lease)
    } else if version < 1_003 {
      // What a letter may come to is a part of the table, and cannot be changed in place.
      try database.execute(
        sql: "CREATE TEMP TABLE letters AS SELECT * FROM outbox; DROP TABLE outbox;" + outbox
          + "INSERT INTO outbox SELECT * FROM letters; DROP TABLE letters;")
    }
    try database.execute(sql: "PRAGMA user_version = \(Self.version)")
  }
}
