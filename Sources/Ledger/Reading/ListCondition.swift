import EventLog

/// The WHERE of a list, with its values in the order of the question marks.
struct ListCondition {
  private(set) var terms: [String] = []
  private(set) var values: [Value] = []

  var clause: String { terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ") }

  init(_ filters: [ListQuery.Filter], table: ProjectedTable) throws(LedgerTrouble) {
    for filter in filters {
      switch filter {
      // A small number stands in the text: a partial index is chosen by the value, and a bound one would have SQLite
      // prepare the statement anew at each use.
      case .equals(let name, .integer(let small)) where (0...9).contains(small):
        try add(name, "= \(small)", [], table)
      case .equals(let name, let value): try add(name, "= ?", [value], table)
      case .isOneOf(let name, let values):
        try add(name, "IN (" + values.map { _ in "?" }.joined(separator: ", ") + ")", values, table)
      case .isNull(let name): try add(name, "IS NULL", [], table)
      case .isNotNull(let name): try add(name, "IS NOT NULL", [], table)
      case .atLeast(let name, let value): try add(name, ">= ?", [value], table)
      case .below(let name, let value): try add(name, "< ?", [value], table)
      case .stream(let stream):
        terms.append("t.stream = (SELECT key FROM stream WHERE name = ?)")
        values.append(.text(stream.name))
      }
    }
  }

  /// Only what comes after a row, in an order that ends with the stream's name. NULL stands before everything.
  mutating func continues(
    after cursor: ListQuery.Cursor, order: [ListQuery.Order], table: ProjectedTable
  ) throws(LedgerTrouble) {
    guard cursor.values.count == order.count else {
      throw LedgerTrouble(.invalid, "The place to go on from does not fit the order of \(table.spec.name).")
    }
    // The first order value bounds the page by itself as well, which an index can use.
    if let first = order.first, let value = cursor.values.first, value != .null {
      let name = "t." + ProjectedTable.quoted(first.column)
      let isRequired = table.spec.columns.first { $0.name == first.column }?.isRequired ?? false
      if !first.isDescending {
        terms.append("\(name) >= ?")
        values.append(value)
      } else if isRequired {
        terms.append("\(name) <= ?")
        values.append(value)
      }
    }
    var choices: [String] = []
    var equal: [String] = []
    var equalValues: [Value] = []
    for (column, value) in zip(order, cursor.values) {
      try ListCondition.check(column.column, in: table)
      let name = "t." + ProjectedTable.quoted(column.column)
      switch (value, column.isDescending) {
      case (.null, false): choose(equal + ["\(name) IS NOT NULL"], equalValues, &choices)
      case (.null, true): break
      case (_, false): choose(equal + ["\(name) > ?"], equalValues + [value], &choices)
      case (_, true): choose(equal + ["(\(name) < ? OR \(name) IS NULL)"], equalValues + [value], &choices)
      }
      equal.append("\(name) IS ?")
      equalValues.append(value)
    }
    choose(equal + ["s.name > ?"], equalValues + [.text(cursor.stream.name)], &choices)
    terms.append("(" + choices.joined(separator: " OR ") + ")")
  }

  static func check(_ name: String, in table: ProjectedTable) throws(LedgerTrouble) {
    guard table.has(name) else { throw LedgerTrouble(.invalid, "The list \(table.spec.name) has no column \(name).") }
  }

  private mutating func choose(_ parts: [String], _ more: [Value], _ choices: inout [String]) {
    choices.append("(" + parts.joined(separator: " AND ") + ")")
    values += more
  }

  private mutating func add(
    _ name: String, _ comparison: String, _ more: [Value], _ table: ProjectedTable
  ) throws(LedgerTrouble) {
    try ListCondition.check(name, in: table)
    terms.append("t.\(ProjectedTable.quoted(name)) \(comparison)")
    values += more
  }
}
