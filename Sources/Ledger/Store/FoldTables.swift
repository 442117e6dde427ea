import EventLog
import GRDB

/// Which folds the projections come from.
enum FoldTables {
  static func enter(_ kind: String, _ fold: FoldDescription, _ database: Database) throws {
    try Query(database, "INSERT OR REPLACE INTO fold(kind, version, tables) VALUES(?, ?, ?)")
      .bind(1, kind).bind(2, Int64(fold.version)).bind(3, Shape.signature(of: fold)).run()
  }

  /// A process that was started before a newer one brought the file up may read on, but decide nothing.
  ///
  /// - Throws: `.newerSchema`.
  static func refuseNewer(_ database: Database, _ shape: Shape, path: String) throws {
    var isNewer = try database.integer("PRAGMA user_version") > Schema.version
    for row in try Query(database, "SELECT kind, version FROM fold").all({ ($0.text(0), $0.integer(1)) }) {
      guard let fold = shape.folds[row.0] else {
        isNewer = true
        continue
      }
      if row.1 > fold.version { isNewer = true }
    }
    if isNewer { throw newer(path) }
  }

  static func newer(_ path: String) -> LedgerTrouble {
    LedgerTrouble(
      .newerSchema, "A newer Sitrep has this file: restart, or upgrade, to change anything in \(path).")
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
    try database.run("DELETE FROM stale_fold")
    for (kind, fold) in transaction.shape.folds { try enter(kind, fold, database) }
    transaction.memory.forgetStates()
  }
}
