import EventLog
import GRDB

/// Full text over the entries, cut into parts by position, so that neither a write nor the first page of a search
/// costs more as the log grows: a search looks through the newest part first and stops when its page is full.
struct SearchIndex {
  private let database: Database
  private let memory: WriterMemory
  private let partLength: Int64

  init(_ transaction: Transaction) {
    self.init(shape: transaction.shape, memory: transaction.memory, transaction.database)
  }

  private init(shape: Shape, memory: WriterMemory, _ database: Database) {
    self.database = database
    self.memory = memory
    partLength = shape.searchPart
  }

  /// Makes the parts that the next events fall into, before any command has its savepoint: SQLite 3.40 cannot go back
  /// to a savepoint within which a full-text table was made.
  static func makeRoom(shape: Shape, memory: WriterMemory, _ database: Database) throws {
    let index = SearchIndex(shape: shape, memory: memory, database)
    let next = try database.integer("SELECT ifnull(max(position), 0) + 1 FROM event")
    for position in [next, next + index.partLength / 2] where memory.searchParts[index.part(of: position)] == nil {
      try index.create(index.part(of: position), filledTo: nil)
    }
  }

  private func part(of position: Int64) -> Int64 { position / partLength }
  static func table(_ part: Int64) -> String { "search_\(part)" }

  func add(_ text: String, position: Int64) throws {
    let part = self.part(of: position)
    switch memory.searchParts[part] {
    case nil: try create(part, filledTo: nil)
    // What lies beyond is still to be filled, from the entries as they then are.
    case .some(.some(let filled)) where position > filled: return
    default: break
    }
    let table = SearchIndex.table(part)
    try Query(database, "INSERT INTO \(table)(rowid, text) VALUES(?, ?)").bind(1, position).bind(2, text).run()
  }

  /// - Parameter text: exactly what was indexed.
  func remove(_ text: String, position: Int64) throws {
    let part = self.part(of: position)
    guard let filled = memory.searchParts[part], filled.map({ position <= $0 }) ?? true else { return }
    let table = SearchIndex.table(part)
    try Query(database, "INSERT INTO \(table)(\(table), rowid, text) VALUES('delete', ?, ?)")
      .bind(1, position).bind(2, text).run()
  }

  func create(_ part: Int64, filledTo: Int64?) throws {
    try database.run(
      """
      CREATE VIRTUAL TABLE \(SearchIndex.table(part))
      USING fts5(text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2')
      """)
    try mark(part, filledTo: filledTo)
  }

  func mark(_ part: Int64, filledTo: Int64?) throws {
    try Query(database, "INSERT OR REPLACE INTO search_part(number, filled_to) VALUES(?, ?)")
      .bind(1, part).bind(2, filledTo).run()
    memory.searchParts[part] = .some(filledTo)
  }

  /// Begins the index anew: every part empty, to be filled from the entries.
  func empty() throws {
    for part in memory.searchParts.keys.sorted() {
      try database.run("DROP TABLE IF EXISTS \(SearchIndex.table(part))")
      try create(part, filledTo: part * partLength - 1)
    }
  }

  /// Fills the first part that is not whole by one slice.
  ///
  /// - Returns: whether something may be left to fill.
  func fillSlice(of count: Int) throws -> Bool {
    let open = memory.searchParts.compactMap { part, filled in filled.map { (part, $0) } }.min { $0.0 < $1.0 }
    guard let (part, filled) = open else { return false }
    let end = (part + 1) * partLength
    let entries = try Query(
      database,
      "SELECT position, text, retracted FROM entry WHERE position > ? AND position < ? ORDER BY position LIMIT ?"
    ).bind(1, filled).bind(2, end).bind(3, Int64(count)).all { ($0.integer(0), $0.text(1), $0.flag(2)) }
    let insert = "INSERT INTO \(SearchIndex.table(part))(rowid, text) VALUES(?, ?)"
    for (position, text, isRetracted) in entries where !isRetracted {
      try Query(database, insert).bind(1, position).bind(2, text).run()
    }
    try mark(part, filledTo: entries.count < count ? nil : entries.last?.0 ?? filled)
    return true
  }
}
