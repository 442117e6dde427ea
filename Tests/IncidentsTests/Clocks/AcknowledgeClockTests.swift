import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Acknowledge clock")
struct AcknowledgeClockTests {
  private static func triggered(_ severity: Severity) -> IncidentScenario {
    var scenario = IncidentScenario()
    scenario.admission.bySeverityLabel["critical"] = .opens(severity)
    scenario.receive(.sample(startsAt: .at("03:00")))
    return scenario
  }

  @Test(
    "runs by severity from when the incident was recorded, however old the alert is",
    arguments: [(Severity.sev1, "10:15"), (.sev2, "10:15"), (.sev3, "10:30"), (.sev4, nil)] as [(Severity, String?)])
  func bySeverity(severity: Severity, due: String?) {
    #expect(Self.triggered(severity).due(Clocks.acknowledge) == due.map { .at($0) })
  }

  @Test(
    "counts from the first moment of waiting when the severity changes, and is not broken at birth",
    arguments: [
      (Severity.sev3, Severity.sev1, "10:05", "10:15"), (.sev3, .sev1, "10:20", "10:20"),
      (.sev1, .sev3, "10:10", "10:30"),
      (.sev1, .sev4, "10:10", nil), (.sev4, .sev1, "10:10", "10:25"), (.sev1, .sev3, "10:20", "10:30"),
      (.sev1, .sev2, "10:10", "10:15"), (.sev3, .sev1, "10:40", "10:30"),
    ] as [(Severity, Severity, String, String?)])
  func changed(from: Severity, to: Severity, at: String, due: String?) throws {
    var scenario = Self.triggered(from)
    try scenario.perform(SetSeverity(to, reason: "r"), at: at)
    #expect(scenario.incident.status == .triggered)
    #expect(scenario.due(Clocks.acknowledge) == due.map { .at($0) })
  }

  @Test(
    "is kept up to the very moment, broken after it",
    arguments: [("10:14:59", Deadline.State.kept), ("10:15", .kept), ("10:15:00.001", .broken)])
  func moment(at: String, state: Deadline.State) throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Acknowledge(), at: at)
    let deadline = try #require(scenario.incident.deadlines.first { $0.kind == Clocks.acknowledge })
    #expect(deadline.metAt == .at(at) && deadline.state(at: .at("12:00")) == state)
  }

  @Test("is void, not met, where nobody acknowledged")
  func void() throws {
    var cancelled = IncidentScenario.triggered()
    try cancelled.perform(Cancel(because: .falseAlarm), at: "10:05")
    #expect(cancelled.incident.deadlines.first { $0.kind == Clocks.acknowledge }?.metAt == nil)
    #expect(cancelled.due(Clocks.acknowledge) == nil)
    var healed = IncidentScenario.triggered(by: .sample(severity: "warning"))
    healed.receive(AlertReading.sample(severity: "warning").ended(at: .at("10:01")), at: "10:01")
    try healed.perform(SelfHeal(), by: .serve, at: "10:16")
    #expect(healed.incident.status == .resolved)
    #expect(healed.incident.deadlines.first { $0.kind == Clocks.acknowledge }?.metAt == nil)
    #expect(healed.due(Clocks.acknowledge) == nil)
  }

  @Test("does not run for what a person declared")
  func declared() throws {
    #expect(try IncidentScenario.declared().due(Clocks.acknowledge) == nil)
  }
}
