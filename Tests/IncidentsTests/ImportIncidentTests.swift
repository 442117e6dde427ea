import EventLog
import TestSupport
import Testing

@testable import Incidents

/// Incidents of the past, taken over from documents, and the clock of the review.
@Suite struct ImportIncidentTests {
  private func past(severity: Severity? = nil, ended: Instant = .at("09:00")) -> ImportIncident {
    ImportIncident(
      title: " Queue stuck ", severity: severity, services: ["checkout", "queue"],
      times: IncidentTimes(detected: TimePoint(.at("08:00"), .approximate), resolved: TimePoint(.at("09:00"), .minute)),
      resolution: .fixed, summary: "Orders waited.", impact: nil,
      stated: [StatedLength(name: "time to detection", text: "5 minutes", span: .minutes(5))],
      entries: [.init(at: .at("08:00"), precision: .approximate, endedAt: .at("08:10"), zone: "CET", text: "alert")],
      source: "a.md", digest: "d1", endedAt: ended)
  }

  @Test func comesInClosedAndPromisesNothing() throws {
    var scenario = IncidentScenario()
    let events = scenario.record(
      try past().drafts(in: scenario.stream, facts: scenario.facts(by: .lea), document: "sha256:d1"), by: .lea)
    let incident = scenario.incident
    #expect(incident.exists && incident.status == .closed && incident.title == "Queue stuck")
    #expect(incident.severityLabel == "SEV?" && incident.service == "checkout" && incident.tier == 1)
    #expect(incident.times.detected?.precision == .approximate)
    #expect(incident.deadlines.isEmpty && !incident.owesPostMortem)
    #expect(incident.imported?.source == "a.md" && incident.imported?.stated.first?.span == .minutes(5))
    #expect(events.map(\.zone) == [nil, "CET"])
    #expect(events[1].endedAt == .at("08:10") && events[1].precision == .approximate)
    #expect(events[0].evidence == ["sha256:d1"])
    #expect(IncidentFold.text(of: events[0]) == "Taken over from a.md: Queue stuck")
  }

  @Test func aStatedSeverityStands() throws {
    var scenario = IncidentScenario()
    scenario.record(
      try past(severity: .sev1).drafts(in: scenario.stream, facts: scenario.facts(by: .lea)), by: .lea)
    #expect(scenario.incident.severityLabel == "SEV1" && !scenario.incident.owesPostMortem)
  }

  @Test func whatIsYetToComeIsRefused() {
    let scenario = IncidentScenario()
    #expect(throws: IncidentRefusal.timeInFuture(.at("23:00"))) {
      try past(ended: .at("23:00")).drafts(in: scenario.stream, facts: scenario.facts(by: .lea))
    }
  }

  @Test func theReviewOfAMajorIncidentIsPromised() throws {
    var scenario = try IncidentScenario.declared(.sev1, at: .at("10:00"))
    try scenario.perform(Resolve(verifiedBy: "x"), at: "11:00")
    #expect(scenario.due(Clocks.review) == .at("2026-11-24T11:00:00Z"))
    try scenario.perform(Reopen(reason: "again"), at: "11:10")
    #expect(scenario.due(Clocks.review) == nil)
    try scenario.perform(Resolve(verifiedBy: "x"), at: "11:30")
    #expect(scenario.due(Clocks.review) == .at("2026-11-24T11:30:00Z"))
    try scenario.perform(SetSeverity(.sev2, reason: "less"), at: "11:40")
    // A Saturday: five working days end on the Friday after.
    #expect(scenario.due(Clocks.review) == .at("2026-11-27T11:30:00Z"))
    try scenario.perform(SetSeverity(.sev3, reason: "less"), at: "11:50")
    #expect(scenario.due(Clocks.review) == nil)
  }

  @Test func aReviewThatWasHeldClosesWithoutAWaiver() throws {
    var scenario = try IncidentScenario.declared(.sev1, at: .at("10:00"))
    try scenario.perform(Resolve(verifiedBy: "x"), at: "11:00")
    var facts = scenario.facts(by: .lea)
    #expect(throws: IncidentRefusal.postMortemOwed) { try Close().drafts(on: scenario.incident, facts: facts) }
    facts.isReviewed = true
    scenario.record(try Close().drafts(on: scenario.incident, facts: facts), by: .lea)
    #expect(scenario.incident.status == .closed && scenario.incident.waiver == nil)
  }
}
