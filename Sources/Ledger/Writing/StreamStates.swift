import EventLog
import GRDB

/// The state of each stream as its fold left it.
enum StreamStates {
  struct Stored {
    var version: Int
    var last: Stamp
    var orphans: Int
    var state: String
  }

  static func read(_ stream: Int64, _ database: Database) throws -> Stored? {
    try Query(
      database,
      "SELECT fold_version, stamp_ms, stamp_counter, stamp_node, orphans, state FROM stream_state WHERE stream = ?"
    ).bind(1, stream).first(stored)
  }

  static func read(_ stream: StreamID, _ database: Database) throws -> Stored? {
    try Query(
      database,
      """
      SELECT fold_version, stamp_ms, stamp_counter, stamp_node, orphans, state FROM stream_state
      WHERE stream = (SELECT key FROM stream WHERE name = ?)
      """
    ).bind(1, stream.name).first(stored)
  }

  static func write(
    _ state: String, version: Int, last: Stamp, orphans: Int, stream: Int64, _ database: Database
  ) throws {
    try Query(database, "INSERT OR REPLACE INTO stream_state VALUES(?, ?, ?, ?, ?, ?, ?)")
      .bind(1, stream).bind(2, Int64(version)).bind(3, last.milliseconds).bind(4, last.counter).bind(5, last.node)
      .bind(6, Int64(orphans)).bind(7, state).run()
  }

  private static func stored(_ row: Query) -> Stored {
    Stored(
      version: Int(row.integer(0)),
      last: Stamp(milliseconds: row.integer(1), counter: row.integer(2), node: row.text(3)),
      orphans: Int(row.integer(4)), state: row.text(5))
  }
}
