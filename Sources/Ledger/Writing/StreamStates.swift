import EventLog
import GRDB

/// The state of each stream as its fold left it.
///
/// A stream of a few events keeps no text of its state: folding these events costs no more than decoding it, and most
/// streams are such (an alert fires and is resolved).
enum StreamStates {
  /// Up to so many events.
  static let shortStream = 8

  struct Stored {
    var version: Int
    var last: Stamp
    var orphans: Int
    var events: Int
    var state: String?
  }

  private static let columns = "fold_version, stamp_ms, stamp_counter, stamp_node, orphans, events, state"

  static func read(_ stream: Int64, _ database: Database) throws -> Stored? {
    try Query(database, "SELECT \(columns) FROM stream_state WHERE stream = ?").bind(1, stream).first(stored)
  }

  static func read(_ stream: StreamID, _ database: Database) throws -> Stored? {
    try Query(
      database, "SELECT \(columns) FROM stream_state WHERE stream = (SELECT key FROM stream WHERE name = ?)"
    ).bind(1, stream.name).first(stored)
  }

  /// - Parameter state: made only where it is kept.
  static func write(
    version: Int, last: Stamp, orphans: Int, events: Int, stream: Int64, _ database: Database, state: () -> String
  ) throws {
    try Query(database, "INSERT OR REPLACE INTO stream_state VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(1, stream).bind(2, Int64(version)).bind(3, last.milliseconds).bind(4, last.counter).bind(5, last.node)
      .bind(6, Int64(orphans)).bind(7, Int64(events)).bind(8, events > shortStream ? state() : nil).run()
  }

  private static func stored(_ row: Query) -> Stored {
    Stored(
      version: Int(row.integer(0)),
      last: Stamp(milliseconds: row.integer(1), counter: row.integer(2), node: row.text(3)),
      orphans: Int(row.integer(4)), events: Int(row.integer(5)), state: row.optionalText(6))
  }
}
