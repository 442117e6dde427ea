import EventLog

/// A table of a fold with the SQL that makes, fills and clears it.
struct ProjectedTable: Sendable {
  let spec: TableSpec
  /// The places of the key columns in a row's values.
  let keyPlaces: [Int]
  let create: [String]
  /// For a row whose key has none yet; cheaper than `put`, which may have to take one away.
  let insert: String
  let put: String
  /// Removes the row of a stream and a key.
  let remove: String
  /// Removes all rows of a stream.
  let clear: String

  init(_ spec: TableSpec) {
    self.spec = spec
    let name = ProjectedTable.quoted(spec.name)
    let columns = spec.columns.map { column in
      "\(ProjectedTable.quoted(column.name)) \(column.affinity.rawValue)\(column.isRequired ? " NOT NULL" : "")"
    }
    let key = (["stream"] + spec.key.map(ProjectedTable.quoted)).joined(separator: ", ")
    let table =
      "CREATE TABLE \(name)(" + (["stream INTEGER NOT NULL"] + columns).joined(separator: ", ")
      + ", PRIMARY KEY(\(key))) STRICT, WITHOUT ROWID"
    let indexes = spec.indexes.enumerated().map { place, index in
      "CREATE INDEX \(ProjectedTable.quoted("\(spec.name)_\(place + 1)")) ON \(name)("
        + index.columns.map(ProjectedTable.quoted).joined(separator: ", ") + ")"
        + (index.condition.map { " WHERE " + $0 } ?? "")
    }
    create = [table] + indexes
    let marks = Array(repeating: "?", count: spec.columns.count + 1).joined(separator: ", ")
    // A column that came later stands last in the file, wherever the room has it.
    let names = (["stream"] + spec.columns.map { ProjectedTable.quoted($0.name) }).joined(separator: ", ")
    insert = "INSERT INTO \(name)(\(names)) VALUES(\(marks))"
    put = "INSERT OR REPLACE INTO \(name)(\(names)) VALUES(\(marks))"
    remove =
      "DELETE FROM \(name) WHERE stream = ?" + spec.key.map { " AND \(ProjectedTable.quoted($0)) = ?" }.joined()
    clear = "DELETE FROM \(name) WHERE stream = ?"
    keyPlaces = spec.key.compactMap { name in spec.columns.firstIndex { $0.name == name } }
  }

  func key(of row: TableRow) -> [Value] { keyPlaces.map { row.values[$0] } }

  func has(_ column: String) -> Bool { spec.columns.contains { $0.name == column } }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
