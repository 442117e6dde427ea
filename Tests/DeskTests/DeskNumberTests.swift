import Commands
import EventLog
import Incidents
import Ledger
import Review
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskNumberTests {
  /// Two files that were apart each gave out the number 1; then the first takes the second's events.
  private func twoBearers() async throws -> (store: DeskStore, first: StreamID, second: StreamID) {
    let here = try DeskStore("a")
    let there = try DeskStore("b")
    let first = try await here.declare("Checkout fails")
    there.advance(.minutes(1))
    let second = try await there.declare("Search is slow", .sev3, service: "search")
    let events = try there.ledger.read { try $0.events(after: 0, limit: 1_000) }.map(\.link)
    let taken = try here.ledger.writeAndWait { try $0.receive(events) }
    #expect(taken == events.count)
    here.advance(.minutes(2))
    return (here, first, second)
  }

  @Test func aNumberWithTwoBearersIsRefusedWithBothListed() async throws {
    let (store, first, second) = try await twoBearers()
    let trouble = #expect(throws: Trouble.self) { try store.desk.incident(named: "1") }
    #expect(trouble?.code == .refused)
    #expect(trouble?.message.contains("1 (Checkout fails)") == true)
    #expect(trouble?.message.contains("1b (Search is slow)") == true)
    #expect(try store.desk.incident(named: "1b") == second)
    #expect(try store.desk.incident(named: "#1b") == second)
    #expect(try store.desk.incident(named: first.name) == first)
    #expect(throws: Trouble.self) { try store.desk.incident(named: "1c") }
  }

  @Test func anothersConfigurationIsNotTheOneAppliedHere() async throws {
    let here = try DeskStore("a")
    let there = try DeskStore("b")
    try await here.desk.recordConfiguration(hash: "ours", texts: [:], by: .serve)
    there.advance(.minutes(1))
    try await there.desk.recordConfiguration(hash: "theirs", texts: [:], by: .serve)
    let events = try there.ledger.read { try $0.events(after: 0, limit: 10) }.map(\.link)
    _ = try here.ledger.writeAndWait { try $0.receive(events) }
    #expect(try here.ledger.read { try Desk.appliedConfiguration($0)?.hash } == "ours")
  }

  @Test func theFirstOfThemCanBeNamedToo() async throws {
    let (store, first, _) = try await twoBearers()
    #expect(try store.desk.incident(named: "1a") == first)
  }

  @Test func listsRunsAndSentencesTellThemApart() async throws {
    let (store, first, second) = try await twoBearers()
    let labels = try store.desk.board().rows.map(\.label).sorted()
    #expect(labels == ["1", "1b"])
    #expect(try store.desk.detail(second).row.label == "1b")
    #expect(try store.desk.detail(first).row.label == "1")
    #expect(try store.desk.postMortem(of: second).label == "1b")
    let outcome = try await store.perform(Log("a note"), on: second)
    #expect(outcome.sentence.hasPrefix("#1b "))
    let next = try await store.declare("Third")
    #expect(try store.desk.detail(next).row.number == 2)
  }

  @Test func pagesOfThePastLoseNoBearer() async throws {
    let here = try DeskStore("a")
    let there = try DeskStore("b")
    for store in [here, there] {
      for _ in 1...60 {
        let incident = try await store.declare("One", .sev4)
        try await store.perform(Cancel(because: .falseAlarm), on: incident)
      }
    }
    let events = try there.ledger.read { try $0.events(after: 0, limit: 10_000) }.map(\.link)
    _ = try here.ledger.writeAndWait { try $0.receive(events) }
    var seen: [StreamID] = []
    var before: Int64?
    repeat {
      let page = try here.desk.past(before: before)
      seen += page.rows.map(\.row.id)
      before = page.next
    } while before != nil
    #expect(Set(seen).count == 120)
    #expect(seen.count == 120)
  }
}
