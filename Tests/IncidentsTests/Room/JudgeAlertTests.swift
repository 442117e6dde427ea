import EventLog
import Incidents
import TestSupport
import Testing

/// Whether the alerts of an incident helped, as people say once it is over.
@Suite struct JudgeAlertTests {
  private let first = StreamID("alert", "am/a1")
  private let second = StreamID("alert", "am/b2")

  private func over(closed: Bool = false) throws -> IncidentScenario {
    var scenario = try IncidentScenario.declared(.sev3)
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "10:30")
    if closed { try scenario.perform(Close(), at: "10:40") }
    return scenario
  }

  private func verdicts(_ scenario: IncidentScenario) -> [String] {
    scenario.incident.alertJudgements.map { "\($0.name) \($0.verdict.rawValue) \($0.person)" }
  }

  @Test func onlyWhatIsOverIsJudged() throws {
    var scenario = try IncidentScenario.declared(.sev2)
    let refusal = IncidentRefusal.wrongStatus(
      verb: "judge its alerts", status: .acknowledged, allowed: [.resolved, .closed])
    #expect(throws: refusal) { try scenario.perform(JudgeAlert(first, name: "A", verdict: .noise)) }
    #expect(throws: IncidentRefusal.self) { try scenario.perform(ReportMissingAlert("a probe")) }
    for isClosed in [false, true] {
      var scenario = try over(closed: isClosed)
      try scenario.perform(JudgeAlert(first, name: "A", verdict: .useful), at: "10:41")
      #expect(verdicts(scenario) == ["A useful lea"])
    }
  }

  @Test func theLastWordCountsAndCanBeTakenBack() throws {
    var scenario = try over()
    let revision = scenario.incident.revision
    try scenario.perform(JudgeAlert(first, name: "A", verdict: .noise), at: "10:41")
    try scenario.perform(JudgeAlert(second, name: "B", verdict: .noise), at: "10:41")
    try scenario.perform(JudgeAlert(first, name: "A", verdict: .useful), by: .tom, at: "10:42")
    #expect(verdicts(scenario) == ["B noise lea", "A useful tom"])
    #expect(throws: IncidentRefusal.self) { try scenario.perform(JudgeAlert(first, name: "A", verdict: .useful)) }
    try scenario.perform(JudgeAlert(second, name: "B", verdict: nil), at: "10:43")
    #expect(verdicts(scenario) == ["A useful tom"])
    #expect(scenario.incident.revision == revision, "nobody decides anew because of it")
  }

  @Test func undoBringsBackWhatStoodBefore() throws {
    var scenario = try over()
    try scenario.perform(JudgeAlert(first, name: "A", verdict: .noise), at: "10:41")
    try scenario.perform(JudgeAlert(first, name: "A", verdict: .useful), at: "10:42")
    try scenario.perform(Undo(), at: "10:43")
    #expect(verdicts(scenario) == ["A noise lea"])
    try scenario.perform(ReportMissingAlert("a probe of the checkout itself"), at: "10:44")
    try scenario.perform(Undo(), at: "10:45")
    #expect(scenario.incident.missingAlerts.isEmpty)
  }

  @Test func aMissingAlertIsASentence() throws {
    var scenario = try over()
    #expect(throws: IncidentRefusal.emptyText("What should have fired")) {
      try scenario.perform(ReportMissingAlert("  "))
    }
    try scenario.perform(ReportMissingAlert(" a probe of the checkout "), at: "10:44")
    #expect(scenario.incident.missingAlerts.map(\.text) == ["a probe of the checkout"])
    #expect(throws: IncidentRefusal.self) { try scenario.perform(ReportMissingAlert("a probe of the checkout")) }
    let text = scenario.history.last.flatMap { IncidentFold.text(of: $0) }
    #expect(text == "An alert was missing: a probe of the checkout")
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func anyOrderOfTheSameEventsLeadsThere(seed: UInt64) throws {
    var scenario = try over()
    try scenario.perform(JudgeAlert(first, name: "A", verdict: .noise), at: "10:41")
    try scenario.perform(JudgeAlert(second, name: "B", verdict: .noise), at: "10:41")
    try scenario.perform(JudgeAlert(first, name: "A", verdict: .useful), by: .tom, at: "10:42")
    try scenario.perform(ReportMissingAlert("a probe"), at: "10:44")
    var numbers = SeededNumbers(seed: seed)
    let shuffled = (scenario.history + scenario.history.suffix(3)).shuffled(using: &numbers)
    #expect(IncidentFold.state(of: scenario.stream, from: shuffled) == scenario.incident)
  }

  @Test func whatNoDocumentSaysIsNotMadeUp() throws {
    let incident = Incident(id: StreamID("incident", "old"))
    #expect(incident.isSeverityStated && incident.severityLabel == "SEV3?")
    var imported = incident
    imported.imported = ImportedFrom(source: "a.md", digest: "d", services: [], stated: [])
    #expect(!imported.isSeverityStated && imported.severityLabel == "SEV?")
    imported.isSeverityConfirmed = true
    imported.severity = .sev2
    #expect(imported.severityLabel == "SEV2")
  }
}
