import EventLog
import GRDB

/// The rows of the folds' tables.
struct ProjectedRows {
  private let database: Database
  private let shape: Shape

  init(_ transaction: Transaction) {
    database = transaction.database
    shape = transaction.shape
  }

  /// Writes the rows that differ from those that stood there.
  func replace(_ old: [TableRow], by new: [TableRow], stream: Int64) throws {
    for row in new where !old.contains(row) {
      let table = try shape.table(row.table)
      let key = table.key(of: row)
      let isNew = !old.contains { $0.table == row.table && table.key(of: $0) == key }
      try write(row, table, isNew ? table.insert : table.put, stream: stream)
    }
    for row in old where !new.contains(row) {
      let table = try shape.table(row.table)
      let key = table.key(of: row)
      guard !new.contains(where: { $0.table == row.table && table.key(of: $0) == key }) else { continue }
      let query = try Query(database, table.remove).bind(1, stream)
      for (place, value) in key.enumerated() { query.bind(Int32(place) + 2, value) }
      try query.run()
    }
  }

  /// Writes all rows of a stream, whatever stood there.
  func renew(_ rows: [TableRow], fold: FoldDescription, stream: Int64) throws {
    for spec in fold.tables { try Query(database, try shape.table(spec.name).clear).bind(1, stream).run() }
    for row in rows { try put(row, stream: stream) }
  }

  func put(_ row: TableRow, stream: Int64) throws {
    let table = try shape.table(row.table)
    try write(row, table, table.put, stream: stream)
  }

  private func write(_ row: TableRow, _ table: ProjectedTable, _ sql: String, stream: Int64) throws {
    guard row.values.count == table.spec.columns.count else {
      throw LedgerTrouble(.invalid, "A row of \(row.table) has \(row.values.count) values.")
    }
    let query = try Query(database, sql).bind(1, stream)
    for (place, value) in row.values.enumerated() { query.bind(Int32(place) + 2, value) }
    try query.run()
  }
}
