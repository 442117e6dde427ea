extension ListRow {
  /// A row that a fold made but no table holds, read by the names of its columns: how a stream stood at another time.
  package init(_ row: TableRow, of stream: StreamID, table: TableSpec) {
    self.init(
      stream: stream, values: Dictionary(zip(table.columns.map(\.name), row.values), uniquingKeysWith: { $1 }))
  }
}
