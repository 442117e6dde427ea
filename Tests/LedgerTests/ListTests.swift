import EventLog
import Testing

@testable import Ledger

@Suite struct ListTests {
  /// Rows with equal values, missing values and both directions, so that a page may end anywhere.
  private func store() throws -> Ledger {
    let ledger = try TemporaryStore().open()
    for number in 0..<40 {
      let stream = StreamID("incident", "s\((number * 17) % 40)")
      try ledger.add(.counted(Int64(number % 4), stream))
      if number % 3 > 0 { try ledger.add(.named("name\(number % 5)", stream)) }
    }
    return ledger
  }

  static let orders: [[ListQuery.Order]] = [
    [], [.ascending("total")], [.descending("total")], [.ascending("name")], [.descending("name")],
    [.descending("total"), .ascending("name")], [.ascending("name"), .descending("total")],
  ]

  @Test(arguments: orders) func pagesPutTogetherAreTheWhole(order: [ListQuery.Order]) throws {
    let ledger = try store()
    let whole = try ledger.read { try $0.list(ListQuery("tally", order: order, limit: 1_000)) }
    #expect(whole.count == 40)
    for size in [1, 3, 7] {
      var paged: [ListRow] = []
      var cursor: ListQuery.Cursor?
      while true {
        let page = try ledger.read { [cursor] in
          try $0.list(ListQuery("tally", order: order, after: cursor, limit: size))
        }
        paged += page
        guard let last = page.last, page.count == size else { break }
        cursor = ListQuery.Cursor(values: order.map { last[$0.column] }, stream: last.stream)
      }
      #expect(paged == whole)
    }
  }

  @Test(arguments: [
    (ListQuery.Filter.equals("total", .integer(2)), 10), (.isOneOf("total", [.integer(1), .integer(3)]), 20),
    (.isNull("name"), 14), (.isNotNull("name"), 26), (.atLeast("total", .integer(1)), 30),
    (.below("total", .integer(1)), 10), (.stream(StreamID("incident", "s17")), 1), (.isOneOf("total", []), 0),
    (.stream(StreamID("incident", "none")), 0),
  ])
  func filtersChoose(filter: ListQuery.Filter, count: Int) throws {
    let ledger = try store()
    #expect(try ledger.read { try $0.list(ListQuery("tally", filters: [filter])).count } == count)
    #expect(try ledger.read { try $0.count(table: "tally", filters: [filter]) } == count)
  }

  @Test func whatNoFoldDescribesIsRefused() throws {
    let ledger = try TemporaryStore().open()
    for query in [
      ListQuery("event"), ListQuery("tally", filters: [.isNull("total; DROP TABLE event")]),
      ListQuery("tally", order: [.ascending("1")]),
      ListQuery("tally", order: [.ascending("total")], after: .init(values: [], stream: .one)),
    ] {
      let trouble = #expect(throws: LedgerTrouble.self) { try ledger.read { try $0.list(query) } }
      #expect(trouble?.code == .invalid)
    }
  }

  @Test func aTableOfSeveralRowsToAStreamKeepsOnlyWhatStillHolds() throws {
    let ledger = try TemporaryStore().open()
    let due = Instant(milliseconds: 5_000)
    let moved = Instant(milliseconds: 9_000)
    func set(_ body: DeadlineSet) throws {
      try ledger.add(Draft(body, stream: .one, happenedAt: due))
    }
    try set(DeadlineSet("update", dueAt: due, rule: "r"))
    try set(DeadlineSet("acknowledge", dueAt: due, rule: "r"))
    try set(DeadlineSet("update", dueAt: moved, movedFrom: due, rule: "r"))
    try set(DeadlineSet("acknowledge", dueAt: due, metAt: due, rule: "r"))
    let rows = try ledger.read { try $0.list(ListQuery("deadline", order: [.ascending("kind")])) }
    #expect(rows.map { $0["kind"] } == [.text("acknowledge"), .text("update")])
    #expect(rows.map { $0["due_at"].instant } == [due, moved])
    #expect(rows.map { $0["met_at"].instant } == [due, nil])
    #expect(try ledger.read { try $0.timeline(incident: .one).isEmpty })
  }
}
