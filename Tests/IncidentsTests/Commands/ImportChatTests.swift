import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite struct ImportChatTests {
  private func line(_ minute: String, _ person: String, _ text: String) -> ImportedLine {
    ImportedLine(at: .at(minute), precision: .minute, person: person, text: text)
  }

  @Test func eachLineIsAnEntryAtItsTimeWithItsSpeaker() throws {
    var incident = Incident(id: StreamID("incident", "n1"))
    incident.number = 1
    let facts = IncidentFacts(now: .at("10:30"), actor: .lea)
    let drafts = try ImportChat(
      [line("10:02", "jon", "rolled back"), line("10:05", "mira", "it falls")], source: "chat", zone: "Europe/Berlin"
    ).decide(on: incident, facts: facts)
    #expect(drafts.map(\.happenedAt) == [.at("10:02"), .at("10:05")])
    #expect(
      drafts.allSatisfy { $0.precision == .minute && $0.zone == "Europe/Berlin" && $0.kind == TimelineNoted.kind })
    let body = try #require(PayloadText.decode(TimelineNoted.self, from: drafts[0].payload))
    #expect(body.saidBy == "jon" && body.importedFrom == "chat" && body.text == "rolled back")
  }

  @Test func emptyTooManyAndFutureOnesAreRefused() {
    var incident = Incident(id: StreamID("incident", "n1"))
    incident.number = 1
    let facts = IncidentFacts(now: .at("10:30"), actor: .lea)
    let many = Array(repeating: line("10:02", "jon", "again"), count: ImportChat.limit + 1)
    for lines in [[], many, [line("11:00", "jon", "not yet")]] {
      #expect(throws: IncidentRefusal.self) {
        try ImportChat(lines, source: "chat").decide(on: incident, facts: facts)
      }
    }
  }
}
