import Commands
import EventLog
import Incidents
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
}
