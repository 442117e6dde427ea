import EventLog
import GRDB

/// Which folds the projections come from.
enum FoldTables {
  static func enter(_ kind: String, _ fold: FoldDescription, _ database: Database) throws {
    try Query(database, "INSERT OR REPLACE INTO fold(kind, version, tables) VALUES(?, ?, ?)")
      .bind(1, kind).bind(2, Int64(fold.version)).bind(3, Shape.signature(of: fold)).run()
  }

  /// Drops what other folds filled and makes the tables of these, empty; the streams are then folded one by one.
  static func renew(_ transaction: Transaction) throws {
    let database = transaction.database
    let known = try Query(database, "SELECT tables FROM fold").all { $0.text(0) }
    let old = Set(known.flatMap { $0.split(separator: ";").map { String($0.prefix { $0 != "(" }) } })
    for name in old.union(transaction.shape.tables.keys) {
      try database.run("DROP TABLE IF EXISTS \(ProjectedTable.quoted(name))")
    }
    for table in transaction.shape.tables.values { for statement in table.create { try database.run(statement) } }
    try database.run("DELETE FROM fold")
    try database.run("DELETE FROM stream_state")
    for (kind, fold) in transaction.shape.folds { try enter(kind, fold, database) }
    transaction.memory.forgetStates()
  }
}
