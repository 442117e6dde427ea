import EventLog
import GRDB
import GRDBSQLite

/// A prepared statement with its values bound and read without detours: ingest lives on these lines.
///
/// A query is finished (`finish`, `run`, or stepped to its end) before the same text is prepared again.
struct Query {
  private let statement: OpaquePointer
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql).sqliteStatement
    self.database = database
    sqlite3_reset(statement)
  }

  // SQLite copies what is bound with this destructor before the call returns.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  @discardableResult
  func bind(_ index: Int32, _ integer: Int64?) -> Query {
    if let integer { sqlite3_bind_int64(statement, index, integer) } else { sqlite3_bind_null(statement, index) }
    return self
  }

  @discardableResult
  func bind(_ index: Int32, _ text: String?) -> Query {
    guard var text else {
      sqlite3_bind_null(statement, index)
      return self
    }
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { characters in
        if let base = characters.baseAddress {
          sqlite3_bind_text(statement, index, base, Int32(characters.count), Query.transient)
        } else {
          sqlite3_bind_text(statement, index, "", 0, Query.transient)
        }
      }
    }
    return self
  }

  @discardableResult
  func bind(_ index: Int32, _ bytes: [UInt8]?) -> Query {
    guard let bytes else {
      sqlite3_bind_null(statement, index)
      return self
    }
    _ = bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress, buffer.count > 0 {
        sqlite3_bind_blob(statement, index, base, Int32(buffer.count), Query.transient)
      } else {
        sqlite3_bind_zeroblob(statement, index, 0)
      }
    }
    return self
  }

  @discardableResult
  func bind(_ index: Int32, _ value: Value) -> Query {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
    case .real(let real): sqlite3_bind_double(statement, index, real)
    case .text(let text): bind(index, text)
    }
    return self
  }

  /// Moves to the next row; false at the end, where the statement is free again.
  func step() throws -> Bool {
    let result = sqlite3_step(statement)
    switch result {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(statement)
      return false
    default:
      let connection = sqlite3_db_handle(statement)
      let words = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "no further words"
      let extended = sqlite3_extended_errcode(connection)
      sqlite3_reset(statement)
      throw LedgerTrouble(sqlite: extended & 0xff == result & 0xff ? extended : result, cause: words, path: path)
    }
  }

  /// Executes to the end and frees the statement.
  func run() throws {
    while try step() {}
  }

  /// The first row through `read`, nil where there is none.
  func first<Result>(_ read: (Query) throws -> Result) throws -> Result? {
    defer { finish() }
    return try step() ? try read(self) : nil
  }

  func all<Result>(_ read: (Query) throws -> Result) throws -> [Result] {
    defer { finish() }
    var results: [Result] = []
    while try step() { results.append(try read(self)) }
    return results
  }

  func finish() { sqlite3_reset(statement) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
  func instant(_ column: Int32) -> Instant { Instant(milliseconds: integer(column)) }
  func optionalInstant(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }
  func flag(_ column: Int32) -> Bool { integer(column) != 0 }

  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  func value(_ column: Int32) -> Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_NULL: .null
    default: .text(text(column))
    }
  }

  var changes: Int { Int(sqlite3_changes(sqlite3_db_handle(statement))) }
  var lastRow: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(statement)) }
  private var path: String {
    sqlite3_db_filename(sqlite3_db_handle(statement), "main").map { String(cString: $0) } ?? "the store"
  }
}

extension Database {
  /// One statement without values, prepared for this once.
  func run(_ sql: String) throws { try execute(sql: sql) }

  func integer(_ sql: String) throws -> Int64 { try Query(self, sql).first { $0.integer(0) } ?? 0 }
}
