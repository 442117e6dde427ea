/// A page of a projection, by keyset and never by offset.
package struct ListQuery: Hashable, Sendable {
  /// A condition on one column; a page holds the rows that meet all.
  package enum Filter: Hashable, Sendable {
    case equals(String, Value)
    case isOneOf(String, [Value])
    case isNull(String)
    case isNotNull(String)
    case atLeast(String, Value)
    case below(String, Value)
    /// Rows of one stream.
    case stream(StreamID)
  }

  /// A column that the page is sorted by.
  package struct Order: Hashable, Sendable {
    package var column: String
    package var isDescending: Bool

    package static func ascending(_ column: String) -> Order { Order(column: column, isDescending: false) }
    package static func descending(_ column: String) -> Order { Order(column: column, isDescending: true) }
  }

  package var table: String
  package var filters: [Filter]
  /// The stream's name is always the last order, so that a page ends at a definite place.
  package var order: [Order]
  /// The order values and the stream of the last row seen.
  package var after: Cursor?
  package var limit: Int
  /// The columns that are read; nil for all.
  package var columns: [String]?

  /// Where a page ended.
  package struct Cursor: Hashable, Sendable {
    package var values: [Value]
    package var stream: StreamID

    package init(values: [Value], stream: StreamID) {
      self.values = values
      self.stream = stream
    }
  }

  package init(
    _ table: String, filters: [Filter] = [], order: [Order] = [], after: Cursor? = nil, limit: Int = 200,
    columns: [String]? = nil
  ) {
    self.table = table
    self.filters = filters
    self.order = order
    self.after = after
    self.limit = limit
    self.columns = columns
  }
}

/// A row as it is read back: its stream, and its values by column name.
package struct ListRow: Hashable, Sendable {
  package var stream: StreamID
  package var values: [String: Value]

  package init(stream: StreamID, values: [String: Value]) {
    self.stream = stream
    self.values = values
  }

  package subscript(column: String) -> Value { values[column] ?? .null }
}
