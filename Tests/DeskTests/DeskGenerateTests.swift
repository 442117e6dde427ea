import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskGenerateTests {
  /// What somebody can see of a store: every incident with its entries.
  private func story(seed: UInt64) throws -> [String] {
    let store = try DeskStore()
    try store.desk.generate(incidents: 30, events: 1_200, seed: seed) { _ in }
    let rows = try store.ledger.read { try $0.list(ListQuery("incident", order: [.ascending("number")], limit: 100)) }
    return try rows.map { row in
      let detail = try store.desk.detail(row.stream)
      let entries = detail.timeline.map { "\($0.happenedAt.rfc3339) \($0.person) \($0.text)" }
      return "\(detail.row.number) \(detail.row.title) \(detail.row.severityLabel) \(detail.row.status) "
        + "\(detail.row.service ?? "-") " + entries.joined(separator: "; ")
    }
  }

  @Test func theSameSeedGivesTheSamePast() throws {
    let one = try story(seed: 7)
    #expect(try story(seed: 7) == one)
    #expect(try story(seed: 8) != one)
    #expect(one.count == 30)
  }

  @Test func aboutAsManyEventsAsAskedForAndTheLastFewStillOpen() throws {
    let store = try DeskStore()
    var told: [Int] = []
    try store.desk.generate(incidents: 50, events: 5_000, seed: 1) { told.append($0) }
    let count = try store.ledger.position
    #expect((4_000...6_000).contains(count), "\(count)")
    #expect(told.last == Int(count) && told == told.sorted())
    #expect(try store.desk.board().rows.count { $0.status.isOpen } == 8)
    #expect(try store.ledger.verify().isSound)
    #expect(try store.desk.board().header.warnings.isEmpty)
  }

  @Test func aStoreWithIncidentsIsLeftAlone() async throws {
    let store = try DeskStore()
    try await store.declare()
    let position = try store.ledger.position
    let trouble = #expect(throws: Trouble.self) {
      try store.desk.generate(incidents: 1, events: 1, seed: 1) { _ in }
    }
    #expect(trouble?.code == .refused)
    #expect(try store.ledger.position == position)
  }
}
