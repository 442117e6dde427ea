import EventLog
import Incidents
import TestSupport
import Testing

@Suite struct PagerMirrorTests {
  private func pager(_ trigger: Bool = false) -> ExternalPager {
    ExternalPager(name: "pd", kind: .pagerduty, channel: "pd-events", isTriggered: trigger)
  }

  private func letters(
    _ scenario: IncidentScenario, _ pager: ExternalPager, groups: [String] = []
  ) -> [Letter] {
    let mirror = PagerMirror(pager, incident: scenario.incident, groups: groups)
    return scenario.history.compactMap { mirror.letter(on: $0, of: scenario.incident) }
  }

  @Test func itIsToldWhoHasItAndThatItIsOver() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Acknowledge(), by: .lea, at: "10:05")
    try scenario.perform(Resolve(), by: .lea, at: "10:30")
    let told = letters(scenario, pager())
    #expect(told.map(\.content.action) == [.acknowledge, .resolve])
    #expect(Set(told.map(\.content.subject)) == ["sitrep/one"] && Set(told.map(\.key)).count == 2)
    #expect(told.allSatisfy { $0.channel == "pd-events" && $0.isRepeatable && $0.content.urgency == .critical })
    #expect(told[0].content.text == "SEV1 #1 Too many errors\nAcknowledged, by lea.")
    #expect(letters(scenario, pager(true)).map(\.content.action) == [.trigger, .acknowledge, .resolve])
  }

  @Test func whatCameFromItIsNotToldBack() throws {
    var scenario = IncidentScenario.triggered()
    let mira = Actor(person: "mira", via: pager().via, assurance: .asserted)
    let report = PagerReport(pager: "pd", eventID: "e", kind: .acknowledged, key: "k", remote: "P", at: .at("10:04"))
    try scenario.perform(FollowPager(report, person: "mira"), by: mira, at: "10:05")
    #expect(letters(scenario, pager()).isEmpty)
    // Another pager hears of it.
    var other = pager()
    other.name = "og"
    #expect(letters(scenario, other).map(\.content.action) == [.acknowledge])
  }

  @Test func withoutAChannelItIsToldNothing() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Acknowledge(), by: .lea, at: "10:05")
    var silent = pager(true)
    silent.channel = nil
    #expect(letters(scenario, silent).isEmpty)
  }

  /// A pager that Alertmanager tells of the same group knows it by the digest of that group's name.
  @Test func itIsToldByTheKeyThatItKnows() throws {
    var scenario = IncidentScenario.triggered()
    let group = #"{}/{severity="critical"}:{alertname="ProbeFailure"}"#
    let digest = "b089c9a89fc760477a4158035d6c5b8bb7f7f40d4801e05d78cf59b7f73b504d"
    try scenario.perform(Acknowledge(), by: .lea, at: "10:05")
    let known = letters(scenario, pager(), groups: [group])
    #expect(known.map(\.content.subject) == [digest])
    #expect(letters(scenario, pager(true), groups: [group]).allSatisfy { $0.content.subject == "sitrep/one" })
    let report = PagerReport(
      pager: "pd", eventID: "e", kind: .escalated, key: "its-own", remote: "P", at: .at("10:06"))
    try scenario.perform(FollowPager(report, person: nil), by: .serve, at: "10:06")
    #expect(letters(scenario, pager(), groups: [group]).map(\.content.subject) == ["its-own"])
    #expect(
      PagerMirror.keys(of: scenario.incident, groups: [group], isTriggered: false)
        == ["its-own", digest, "sitrep/one"])
  }
}
