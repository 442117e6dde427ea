import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Pages that are kept back")
struct EscalationHoldTests {
  private func quiet(until: String, severities: [Severity]? = nil) -> EscalationHold {
    EscalationHold(id: "quiet:1", until: .at(until), severities: severities, because: "quiet hours")
  }

  @Test("wait from the first one on, and are said once")
  func fromTheBeginning() {
    var played = EscalationScenario.triggered(.sev3) { $0.holds = [quiet(until: "12:00")] }
    #expect(played.letters.isEmpty && played.nextAt == .at("12:00"))
    #expect(played.incident.deadlines.open(Clocks.escalation)?.dueAt == .at("12:00"))
    played.look(at: "10:30")
    #expect(played.story == ["10:00 Nobody is paged, until 12:00Z: quiet hours"])
    played.holds = []
    played.play(until: "18:00")
    #expect(played.pages == ["12:00 mira", "12:30 tom mira", "13:00 anna"])
  }

  @Test("take those behind them along")
  func later() {
    var played = EscalationScenario.triggered(.sev1)
    played.holds = [EscalationHold(id: "silence:a", until: .at("10:25"), because: "silence by lea: known")]
    played.play(until: "10:24")
    #expect(played.nextAt == .at("10:25"))
    played.holds = []
    played.play(until: "11:00")
    #expect(played.pages == ["10:00 mira anna", "10:25 tom mira", "10:40 anna", "10:55 max"])
    let because = "level 2, 15m after the first page and nobody has it, kept back until now"
    #expect(played.story.contains("10:25 Paging tom (secondary): \(because)"))
  }

  @Test("concern the severities that they name")
  func severities() {
    let played = EscalationScenario.triggered(.sev1) { $0.holds = [quiet(until: "12:00", severities: [.sev3])] }
    #expect(played.pages == ["10:00 mira anna"])
  }

  @Test("end with what keeps them, whenever that is, and with an acknowledge")
  func openEnd() throws {
    var played = EscalationScenario.triggered {
      $0.holds = [EscalationHold(id: "p", until: nil, because: "follows #3")]
    }
    #expect(played.nextAt == nil && played.incident.deadlines.open(Clocks.escalation) == nil)
    var acknowledged = played
    try acknowledged.perform(Acknowledge(), at: "10:10")
    acknowledged.holds = []
    acknowledged.play(until: "18:00")
    #expect(acknowledged.letters.isEmpty)
    played.holds = []
    played.look(at: "10:12")
    #expect(played.pages == ["10:12 mira anna"])
  }

  @Test("are remembered by the silence that keeps them")
  func silence() throws {
    let id = StreamID("silence", "k1")
    var writer = EventWriter(node: "other")
    let facts = Facts(now: .at("09:00"), actor: .lea) { "k1" }
    let matcher = try #require(SilenceMatcher("service=check*"))
    let added = try AddSilence(.maintenance, matchers: [matcher], until: .at("10:30"), reason: "new disk")
      .drafts(in: id, facts: facts)
    var events = added.map { writer.event($0, recordedAt: .at("09:00")) }
    var silence = SilenceFold.state(of: id, from: events)
    var played = EscalationScenario()
    played.scenario.receive(.sample())
    played.holds = [try #require(silence.hold(on: played.incident, at: .at("10:00")))]
    let outcome = EscalationStep.due(on: played.incident, facts: played.facts())
    let own = outcome.drafts.filter { $0.stream == id }
    #expect(own.count == 1 && own.first?.incident == nil)
    events += own.map { writer.event($0, recordedAt: .at("10:00")) }
    silence = SilenceFold.state(of: id, from: events + events)
    #expect(silence.heldBack.map(\.number) == [1] && silence.heldBack.first?.level == 1)
    #expect(
      events.compactMap { SilenceFold.text(of: $0) } == [
        "Maintenance for 90m on service=check*: new disk", "Kept a page of #1 back: Too many errors",
      ])
    #expect(silence.hold(on: played.incident, at: .at("10:30")) == nil)
  }
}
