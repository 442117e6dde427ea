package import EventLog

extension Reading {
  /// A page of a projection.
  ///
  /// - Throws: `LedgerTrouble.invalid` for a table or column that no fold describes. An empty page is not an error.
  package final func list(_ query: ListQuery) throws -> [ListRow] {
    let table = try shape.table(query.table)
    var condition = try ListCondition(query.filters, table: table)
    if let cursor = query.after { try condition.continues(after: cursor, order: query.order, table: table) }
    var order: [String] = []
    for column in query.order {
      try ListCondition.check(column.column, in: table)
      order.append("t.\(ProjectedTable.quoted(column.column))" + (column.isDescending ? " DESC" : ""))
    }
    order.append("s.name")
    let names = query.columns ?? table.spec.columns.map(\.name)
    for name in query.columns ?? [] { try ListCondition.check(name, in: table) }
    let columns = names.map { "t." + ProjectedTable.quoted($0) }
    let statement = try Query(
      database,
      "SELECT " + (["s.name"] + columns).joined(separator: ", ")
        + " FROM \(ProjectedTable.quoted(query.table)) AS t CROSS JOIN stream AS s ON s.key = t.stream"
        + condition.clause + " ORDER BY " + order.joined(separator: ", ") + " LIMIT ?")
    for (place, value) in condition.values.enumerated() { statement.bind(Int32(place) + 1, value) }
    statement.bind(Int32(condition.values.count) + 1, Int64(query.limit))
    return try statement.all { row in
      var values: [String: Value] = [:]
      values.reserveCapacity(names.count)
      for (place, name) in names.enumerated() { values[name] = row.value(Int32(place) + 1) }
      return ListRow(stream: StreamID(name: row.text(0)), values: values)
    }
  }

  /// How many rows of a table fit.
  package final func count(table name: String, filters: [ListQuery.Filter] = []) throws -> Int {
    let condition = try ListCondition(filters, table: try shape.table(name))
    let statement = try Query(
      database, "SELECT count(*) FROM \(ProjectedTable.quoted(name)) AS t" + condition.clause)
    for (place, value) in condition.values.enumerated() { statement.bind(Int32(place) + 1, value) }
    return try Int(statement.first { $0.integer(0) } ?? 0)
  }
}
