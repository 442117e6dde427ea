package import EventLog

/// The last sign of life of a part that runs by itself ("serve").
package struct Heartbeat: Hashable, Sendable {
  package var name: String
  package var at: Instant
  /// What it says of itself ("pid 812, 127.0.0.1:7780").
  package var detail: String?
}

extension Reading {
  /// All signs of life, by name.
  package final func heartbeats() throws -> [Heartbeat] {
    try Query(database, "SELECT name, beat_at, detail FROM heartbeat ORDER BY name").all { row in
      Heartbeat(name: row.text(0), at: row.instant(1), detail: row.optionalText(2))
    }
  }
}

extension Transaction {
  /// Gives a sign of life, now; no event comes of it.
  package func beat(_ name: String, detail: String? = nil) throws {
    try Query(database, "INSERT OR REPLACE INTO heartbeat(name, beat_at, detail) VALUES(?, ?, ?)")
      .bind(1, name).bind(2, now.milliseconds).bind(3, detail).run()
  }
}
