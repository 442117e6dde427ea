import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

/// A chat taken over onto a real timeline.
@Suite struct DeskImportTests {
  @Test func itStandsAtItsTimesSaysWhereItIsFromAndComesOnlyOnce() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.minutes(30))
    let lines = [
      ImportedLine(at: store.now - .minutes(20), precision: .minute, person: "jon", text: "rolled back"),
      ImportedLine(at: store.now - .minutes(19), precision: .exact, person: "mira", text: "it falls"),
    ]
    let first = try await store.perform(ImportChat(lines, source: "slack export"), on: incident)
    #expect(first.sentence == "#1 2 lines of chat taken over")
    let more = lines + [ImportedLine(at: store.now, precision: .exact, person: "jon", text: "done")]
    let second = try await store.perform(ImportChat(more, source: "slack export"), on: incident)
    #expect(second.sentence == "#1 1 line of chat taken over, 2 known already")
    let timeline = try store.desk.detail(incident).timeline
    #expect(
      timeline.suffix(3).map(\.text) == [
        "jon: rolled back (slack export)", "mira: it falls (slack export)", "jon: done (slack export)",
      ])
    #expect(timeline.suffix(3).allSatisfy { $0.person == "lea" && $0.label == "note" })
    #expect(timeline.suffix(3).first?.precision == .minute)
    #expect(try store.desk.past("rolled").rows.map(\.row.id) == [incident])
  }

  private func lines(_ count: Int, before now: Instant) -> [ImportedLine] {
    (0..<count).map {
      ImportedLine(at: now - .seconds(Int64(count - $0)), precision: .exact, person: "jon", text: "line \($0)")
    }
  }

  /// In one go and as events; what stood before is what goes back next, and what others wrote stays.
  @Test func aWholeImportIsTakenBackInOneGo() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.minutes(30))
    try await store.perform(Log("my own"), on: incident)
    try await store.perform(ImportChat(lines(3, before: store.now), source: "chat"), on: incident)
    store.advance(.seconds(2))
    try await store.perform(ImportChat(lines(12, before: store.now), source: "chat"), on: incident)
    try await store.perform(Log("of tom"), on: incident, by: .tom)
    var detail = try store.desk.detail(incident)
    #expect(detail.undoable == "12 lines of chat that you took over" && detail.undoableEntries == 12)
    #expect(try store.desk.detail(incident, for: .tom).undoable == "of tom")
    let outcome = try await store.perform(Undo(), on: incident)
    #expect(outcome.sentence == "#1 taken back: 12 lines of chat that you took over" && outcome.events.count == 12)
    detail = try store.desk.detail(incident)
    #expect(detail.timeline.count { $0.text.hasPrefix("jon: ") } == 3)
    #expect(detail.undoable == "3 lines of chat that you took over" && detail.undoableEntries == 3)
    try await store.perform(Undo(), on: incident)
    detail = try store.desk.detail(incident)
    #expect(
      !detail.timeline.contains { $0.text.hasPrefix("jon: ") } && detail.timeline.contains { $0.text == "of tom" })
    #expect(detail.undoable == "my own" && detail.undoableEntries == 1)
    // What was taken back may come again.
    let again = try await store.perform(ImportChat(lines(2, before: store.now), source: "chat"), on: incident)
    #expect(again.events.count == 2)
    #expect(try store.ledger.verify().isSound)
  }

  /// As many lines as one import may have: no write is held open for a stream folded once a line.
  @Test func theLargestImportIsTakenBackToo() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.hours(1))
    try await store.perform(ImportChat(lines(ImportChat.limit, before: store.now), source: "chat"), on: incident)
    let outcome = try await store.perform(Undo(), on: incident)
    #expect(outcome.events.count == ImportChat.limit)
    #expect(try store.desk.detail(incident).timeline.count { $0.text.hasPrefix("jon: ") } == 0)
  }
}
