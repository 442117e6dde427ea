package import EventLog

/// A sender of alerts, as last seen.
package struct SourceSeen: Hashable, Sendable {
  package var source: String
  package var firstSeen: Instant
  package var lastSeen: Instant
  /// How often it has been heard.
  package var times: Int
  package var lastIncident: StreamID?
}

extension Reading {
  /// All senders, by name.
  package final func sources() throws -> [SourceSeen] {
    try Query(
      database, "SELECT source, first_seen, last_seen, seen, last_incident FROM source_seen ORDER BY source"
    ).all { row in
      SourceSeen(
        source: row.text(0), firstSeen: row.instant(1), lastSeen: row.instant(2), times: Int(row.integer(3)),
        lastIncident: row.optionalText(4).map(StreamID.init(name:)))
    }
  }
}

extension Transaction {
  /// Notes that a source was heard, now; no event comes of it.
  package func noteSource(_ name: String, incident: StreamID? = nil) throws {
    try Query(
      database,
      """
      INSERT INTO source_seen(source, first_seen, last_seen, seen, last_incident) VALUES(?1, ?2, ?2, 1, ?3)
      ON CONFLICT(source) DO UPDATE SET last_seen = excluded.last_seen, seen = seen + 1,
        last_incident = ifnull(excluded.last_incident, last_incident)
      """
    ).bind(1, name).bind(2, now.milliseconds).bind(3, incident?.name).run()
  }
}
