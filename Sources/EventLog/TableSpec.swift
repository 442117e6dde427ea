/// A projection table, described by the room that fills it; the ledger makes it, keeps it and rebuilds it.
///
/// Every row belongs to one stream: the ledger puts the stream's key in front of the columns and of the primary key.
package struct TableSpec: Hashable, Sendable {
  /// How SQLite keeps the values of a column.
  package enum Affinity: String, Hashable, Sendable { case integer = "INTEGER", real = "REAL", text = "TEXT" }

  /// A column, and whether it may be NULL.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var affinity: Affinity
    package var isRequired: Bool

    package static func integer(_ name: String) -> Column { Column(name: name, affinity: .integer, isRequired: true) }
    package static func text(_ name: String) -> Column { Column(name: name, affinity: .text, isRequired: true) }
    package static func optionalInteger(_ name: String) -> Column {
      Column(name: name, affinity: .integer, isRequired: false)
    }
    package static func optionalText(_ name: String) -> Column {
      Column(name: name, affinity: .text, isRequired: false)
    }
  }

  /// An index over columns, partial where `condition` holds SQL about this table's own columns.
  package struct Index: Hashable, Sendable {
    package var columns: [String]
    package var condition: String?

    package init(_ columns: String..., where condition: String? = nil) {
      self.columns = columns
      self.condition = condition
    }
  }

  package var name: String
  package var columns: [Column]
  /// The columns that, with the stream, name a row; empty where a stream has at most one row.
  package var key: [String]
  package var indexes: [Index]
  /// SQL about this table's own columns that is true of what is going on: after an upgrade those streams are folded
  /// anew before anything is shown.
  package var urgent: String?

  package init(
    _ name: String, columns: [Column], key: [String] = [], indexes: [Index] = [], urgent: String? = nil
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.indexes = indexes
    self.urgent = urgent
  }
}

/// A row of a projection, its values in the order of the table's columns.
package struct TableRow: Hashable, Sendable {
  package var table: String
  package var values: [Value]

  package init(_ table: String, _ values: [Value]) {
    self.table = table
    self.values = values
  }
}
