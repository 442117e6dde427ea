import EventLog
import Foundation
import Testing

@testable import Ledger

@Suite struct LedgerTests {
  @Test func whatWasWrittenIsReadBackByAnother() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let events = try ledger.add(.counted(2), .named("disk full"))
    #expect(events.map(\.id.sequence) == [1, 2])
    #expect(events.allSatisfy { $0.id.node == ledger.node && $0.recordedAt == store.now })
    #expect(try ledger.position == 2)
    ledger.close()
    let again = try store.open()
    #expect(again.node == ledger.node)
    try again.read { reading in
      #expect(try reading.events(stream: .one) == events)
      #expect(try reading.event(events[1].id)?.event == events[1])
      let state = try reading.state(Tally.self, .one)
      #expect(state?.total == 2)
      #expect(state?.trail == ["disk full"])
      #expect(try reading.state(Tally.self, .two) == nil)
      #expect(try reading.list(ListQuery("tally")).first?["total"] == .integer(2))
      #expect(try reading.search("DISK fu").map(\.id) == [events[1].id])
      #expect(try reading.timeline(incident: .one).map(\.text) == ["counted by 2", "disk full"])
    }
  }

  @Test func aRebuildGivesWhatStoodThere() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    for number in 0..<50 {
      try ledger.add(.counted(Int64(number), number % 2 == 0 ? .one : .two), .named("n\(number)"))
    }
    let before = try ledger.projectionTables.map { try ledger.dump(table: $0) }
    try ledger.rebuild()
    #expect(try ledger.projectionTables.map { try ledger.dump(table: $0) } == before)
    #expect(try ledger.read { try $0.search("n1").count } == 11)
  }
}
