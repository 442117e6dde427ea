import EventLog
import GRDB

/// Brings a file to newer folds without folding it as a whole: tables take their new shape with the rows that are in
/// them, what is going on is folded anew at once, and the rest is marked as stale, to be folded when it is touched or
/// when there is time.
struct FoldChange {
  private let transaction: Transaction
  private let database: Database

  init(_ transaction: Transaction) {
    self.transaction = transaction
    database = transaction.database
  }

  /// So many streams of a table are folded before the store opens, the newest first.
  private static let urgentLimit: Int64 = 2_000
  private static let newestLimit: Int64 = 200

  /// - Returns: the streams that are to be folded before anything is shown, newest first.
  func begin() throws -> [(key: Int64, stream: StreamID)] {
    let known = Dictionary(
      uniqueKeysWithValues: try Query(database, "SELECT kind, version, tables FROM fold").all {
        ($0.text(0), (version: $0.integer(1), tables: $0.text(2)))
      })
    let stale = transaction.shape.folds.filter { kind, fold in
      known[kind].map { $0.version != fold.version || $0.tables != Shape.signature(of: fold) } ?? true
    }
    let end = try database.integer("SELECT max(key) FROM stream") + 1
    for kind in stale.keys.sorted() {
      try Query(database, "INSERT OR REPLACE INTO stale_fold(kind, below) VALUES(?, ?)").bind(1, kind).bind(2, end)
        .run()
    }
    try reshapeTables(known.values.map(\.tables))
    for (kind, fold) in stale { try FoldTables.enter(kind, fold, database) }
    transaction.memory.forgetStates()
    return try stale.sorted { $0.key < $1.key }.flatMap { try urgent($1, kind: $0) }
  }

  private func urgent(_ fold: FoldDescription, kind: String) throws -> [(key: Int64, stream: StreamID)] {
    let marked = try fold.tables.flatMap { table in
      try table.urgent.map { condition in
        try Query(
          database,
          """
          SELECT key, name FROM stream
          WHERE key IN (SELECT stream FROM \(ProjectedTable.quoted(table.name)) WHERE \(condition))
            AND name LIKE ? || ':%' ORDER BY key DESC LIMIT ?
          """
        ).bind(1, kind).bind(2, FoldChange.urgentLimit).all { ($0.integer(0), StreamID(name: $0.text(1))) }
      } ?? []
    }
    // The newest as well: what is urgent may be said by a column that the file did not have.
    let newest = try Query(
      database, "SELECT key, name FROM stream WHERE name LIKE ? || ':%' ORDER BY key DESC LIMIT ?"
    ).bind(1, kind).bind(2, FoldChange.newestLimit).all { ($0.integer(0), StreamID(name: $0.text(1))) }
    let all = Dictionary(marked + newest) { first, _ in first }
    return all.sorted { $0.key > $1.key }.map { (key: $0.key, stream: $0.value) }
  }

  // MARK: Tables

  private func reshapeTables(_ signatures: [String]) throws {
    let old = Set(signatures.flatMap { $0.split(separator: ";").map { String($0.prefix { $0 != "(" }) } })
    for name in old.subtracting(transaction.shape.tables.keys).sorted() {
      try database.run("DROP TABLE IF EXISTS \(ProjectedTable.quoted(name))")
    }
    for (_, table) in transaction.shape.tables.sorted(by: { $0.key < $1.key }) { try reshape(table) }
  }

  private func reshape(_ table: ProjectedTable) throws {
    let name = ProjectedTable.quoted(table.spec.name)
    let standing = try columns(of: table.spec.name)
    guard !standing.isEmpty else {
      for statement in table.create { try database.run(statement) }
      return
    }
    let wanted = Column.all(of: table.spec)
    guard Set(standing) != Set(wanted) else { return try renewIndexes(table) }
    try dropIndexes(of: table.spec.name)
    let added = wanted.filter { !standing.contains($0) }
    if Set(standing).isSubset(of: wanted), added.allSatisfy({ $0.keyPlace == 0 }) {
      for column in added { try database.run("ALTER TABLE \(name) ADD COLUMN \(column.definition)") }
    } else {
      // Rows are carried over as far as they fit; each is written anew when its stream is folded.
      let former = ProjectedTable.quoted(table.spec.name + " before")
      try database.run("DROP TABLE IF EXISTS \(former)")
      try database.run("ALTER TABLE \(name) RENAME TO \(former)")
      try database.run(table.create[0])
      let values = wanted.map { column in
        standing.contains { $0.name == column.name && $0.type == column.type }
          ? column.value(ifNull: column.name) : column.blank
      }
      try database.run(
        "INSERT OR IGNORE INTO \(name)(\(wanted.map { ProjectedTable.quoted($0.name) }.joined(separator: ", "))) "
          + "SELECT \(values.joined(separator: ", ")) FROM \(former)")
      try database.run("DROP TABLE \(former)")
    }
    for statement in table.create.dropFirst() { try database.run(statement) }
  }

  private func renewIndexes(_ table: ProjectedTable) throws {
    let standing = try Query(
      database, "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
    ).bind(1, table.spec.name).all { $0.text(0) }
    guard Set(standing) != Set(table.create.dropFirst()) else { return }
    try dropIndexes(of: table.spec.name)
    for statement in table.create.dropFirst() { try database.run(statement) }
  }

  private func dropIndexes(of table: String) throws {
    for index in try Query(
      database, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
    ).bind(1, table).all({ $0.text(0) }) {
      try database.run("DROP INDEX \(ProjectedTable.quoted(index))")
    }
  }

  private func columns(of table: String) throws -> [Column] {
    try Query(database, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?)").bind(1, table).all {
      Column(name: $0.text(0), type: $0.text(1), isRequired: $0.flag(2), keyPlace: $0.integer(3))
    }
  }

  /// A column as SQLite tells of it.
  private struct Column: Hashable {
    var name: String
    var type: String
    var isRequired: Bool
    /// Its place in the primary key from 1; 0 for none.
    var keyPlace: Int64

    static func all(of spec: TableSpec) -> [Column] {
      [Column(name: "stream", type: "INTEGER", isRequired: true, keyPlace: 1)]
        + spec.columns.map { column in
          let place = spec.key.firstIndex(of: column.name).map { Int64($0) + 2 } ?? 0
          // What is in the key of a table without row numbers is never NULL.
          return Column(
            name: column.name, type: column.affinity.rawValue, isRequired: column.isRequired || place > 0,
            keyPlace: place)
        }
    }

    /// What stands there until the stream is folded anew.
    var blank: String { isRequired ? (type == "TEXT" ? "''" : "0") : "NULL" }
    var definition: String {
      "\(ProjectedTable.quoted(name)) \(type)" + (isRequired ? " NOT NULL DEFAULT \(blank)" : "")
    }
    func value(ifNull name: String) -> String {
      isRequired ? "ifnull(\(ProjectedTable.quoted(name)), \(blank))" : ProjectedTable.quoted(name)
    }
  }
}
