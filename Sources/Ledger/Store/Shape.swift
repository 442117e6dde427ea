import EventLog

/// The folds that a store was opened with, and the tables they fill: fixed for the life of the ledger.
struct Shape: Sendable {
  let folds: [String: FoldDescription]
  let tables: [String: ProjectedTable]
  /// Positions to a part of the search index.
  let searchPart: Int64

  /// - Throws: `.invalid` where two folds describe one table in two ways, or a table takes a name of the ledger's own.
  init(_ descriptions: [FoldDescription], searchPart: Int64 = 65_536) throws(LedgerTrouble) {
    var folds: [String: FoldDescription] = [:]
    var tables: [String: ProjectedTable] = [:]
    for description in descriptions {
      folds[description.streamKind] = description
      for spec in description.tables {
        if let known = tables[spec.name], known.spec != spec {
          throw LedgerTrouble(.invalid, "Two folds describe the table \(spec.name) in two ways.")
        }
        guard !Shape.ownTables.contains(spec.name), !spec.name.hasPrefix("search_"), !spec.name.hasPrefix("sqlite_")
        else { throw LedgerTrouble(.invalid, "The table name \(spec.name) is taken by the ledger.") }
        tables[spec.name] = ProjectedTable(spec)
      }
    }
    self.folds = folds
    self.tables = tables
    self.searchPart = searchPart
  }

  func fold(of stream: StreamID) -> FoldDescription? { folds[String(stream.kind)] }

  func table(_ name: String) throws(LedgerTrouble) -> ProjectedTable {
    guard let table = tables[name] else { throw LedgerTrouble(.invalid, "There is no list named \(name).") }
    return table
  }

  /// The tables of a fold as text: where it differs from what the file says, its streams are folded anew.
  static func signature(of fold: FoldDescription) -> String {
    fold.tables.map { table in
      let columns = table.columns.map { "\($0.name) \($0.affinity.rawValue)\($0.isRequired ? "!" : "")" }
      let indexes = table.indexes.map { $0.columns.joined(separator: "+") + ($0.condition.map { "?" + $0 } ?? "") }
      return "\(table.name)(\(columns.joined(separator: ",")))/\(table.key.joined(separator: ","))"
        + "/\(indexes.joined(separator: ","))"
    }.sorted().joined(separator: ";")
  }

  private static let ownTables: Set<String> = [
    "stream", "actor", "event", "attachment", "head", "fold", "stream_state", "entry", "node", "heartbeat", "api_key",
    "key_use", "source_seen", "outbox", "outbox_hold", "sync_cursor", "backup", "received", "stale_fold", "search_part",
    "lease",
  ]
}
