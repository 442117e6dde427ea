import EventLog

extension Ledger {
  /// The tables that can be computed from the log.
  package var projectionTables: [String] { ["entry", "stream_state"] + shape.tables.keys.sorted() }

  /// A projection table as text, a line to a row in the order of its key, with the names of streams and events in
  /// place of this file's numbers: two files with the same events give the same lines.
  package func dump(table: String) throws -> [String] {
    let columns: [String]
    let source: String
    switch table {
    case "stream_state":
      columns = [
        "s.name", "t.fold_version", "t.stamp_ms", "t.stamp_counter", "t.stamp_node", "t.orphans", "t.events", "t.state",
      ]
      source = "stream_state AS t JOIN stream AS s ON s.key = t.stream ORDER BY s.name"
    case "entry":
      columns = [
        "e.node", "e.sequence", "s.name", "i.name", "t.stamp_ms", "t.stamp_counter", "t.stamp_node", "t.happened_at",
        "t.precision", "t.label", "t.text", "t.corrected_by", "t.retracted", "t.redacted",
      ]
      source = """
        entry AS t JOIN event AS e ON e.position = t.position JOIN stream AS s ON s.key = e.stream
        LEFT JOIN stream AS i ON i.key = t.incident ORDER BY e.node, e.sequence
        """
    default:
      let projected = try shape.table(table)
      columns = ["s.name"] + projected.spec.columns.map { "t." + ProjectedTable.quoted($0.name) }
      let key = ["s.name"] + projected.spec.key.map { "t." + ProjectedTable.quoted($0) }
      source =
        "\(ProjectedTable.quoted(table)) AS t JOIN stream AS s ON s.key = t.stream ORDER BY "
        + key.joined(separator: ", ")
    }
    return try read { reading in
      try Query(reading.database, "SELECT \(columns.joined(separator: ", ")) FROM \(source)").all { row in
        (0..<columns.count).map { "\(row.value(Int32($0)))" }.joined(separator: " | ")
      }
    }
  }
}
