package import EventLog

/// The measures of a store.
package struct LedgerStats: Hashable, Sendable {
  package var path: String
  package var node: String
  package var schema: Int
  /// Set where a newer Sitrep's file can be read but not written.
  package var isNewer: Bool
  package var fileBytes: Int64
  package var logBytes: Int64
  package var events: Int
  package var streams: Int
  package var entries: Int
  package var attachments: Int
  package var redactions: Int
  package var position: Int64
  package var heads: [Head]
  /// How far the greatest stamp runs ahead of the wall clock; above two seconds somebody's clock is wrong.
  package var clockLead: Span

  /// "Ahead" as the header and `doctor` show it.
  package var isClockAhead: Bool { clockLead > .seconds(2) }
}

extension Ledger {
  /// Counts the store; reads an index or two from end to end.
  package func stats() throws -> LedgerStats {
    let now = clock()
    return try read { reading in
      let database = reading.database
      let last = try reading.lastStamp()
      return LedgerStats(
        path: path, node: node, schema: Int(try database.integer("PRAGMA user_version")), isNewer: isNewer,
        fileBytes: FileSystem.size(of: path), logBytes: FileSystem.size(of: path + "-wal"),
        events: Int(try database.integer("SELECT count(*) FROM event")),
        streams: Int(try database.integer("SELECT count(*) FROM stream")),
        entries: Int(try database.integer("SELECT count(*) FROM entry")),
        attachments: Int(try database.integer("SELECT count(*) FROM attachment")),
        redactions: Int(
          try database.integer(
            "SELECT sum(json_array_length(payload, '$.replacements')) FROM event WHERE kind = 'event.redacted'")),
        position: try reading.position(), heads: try reading.heads(),
        clockLead: Span(milliseconds: max(0, (last?.milliseconds ?? 0) - now.milliseconds)))
    }
  }
}
