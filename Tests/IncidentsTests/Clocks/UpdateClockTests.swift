import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Update clock")
struct UpdateClockTests {
  private func message(_ next: String? = nil, sent: String? = nil) -> Log {
    Log("Still working on it", entry: .comms, time: sent.map { GivenTime(.at($0)) }, nextUpdateAt: next.map { .at($0) })
  }

  private func states(_ scenario: IncidentScenario) -> [Deadline.State] {
    scenario.incident.deadlines.filter { $0.kind == Clocks.update }.sorted { $0.dueAt < $1.dueAt }
      .map { $0.state(at: scenario.now) }
  }

  @Test("of a SEV1 runs as promised from declaration to the last word")
  func sev1() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    #expect(scenario.due(Clocks.update) == .at("10:15"))
    try scenario.perform(message(), at: "10:12")
    #expect(scenario.due(Clocks.update) == .at("10:42"))
    try scenario.perform(message(), at: "10:50")
    #expect(scenario.due(Clocks.update) == .at("11:20"))
    try scenario.perform(SetSeverity(.sev2, reason: "few users"), at: "11:00")
    #expect(scenario.due(Clocks.update) == .at("11:50"))
    try scenario.perform(SetSeverity(.sev1), at: "11:05")
    #expect(scenario.due(Clocks.update) == .at("11:20"))
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "11:15")
    #expect(scenario.due(Clocks.update) == .at("11:30"))
    try scenario.perform(message(), at: "11:25")
    #expect(scenario.due(Clocks.update) == nil)
    #expect(states(scenario) == [.kept, .broken, .kept])
    try scenario.perform(message(), at: "11:40")
    #expect(scenario.due(Clocks.update) == nil)
  }

  @Test(
    "follows each severity's cadence",
    arguments: [
      (Severity.sev1, "10:15", "10:40", "11:15"), (.sev2, "10:30", "11:10", "11:30"), (.sev3, "11:00", "14:10", nil),
      (.sev4, nil, nil, nil),
    ] as [(Severity, String?, String?, String?)])
  func cadences(severity: Severity, first: String?, next: String?, final: String?) throws {
    var scenario = try IncidentScenario.declared(severity)
    #expect(scenario.due(Clocks.update) == first.map { .at($0) })
    try scenario.perform(message(), at: "10:10")
    #expect(scenario.due(Clocks.update) == next.map { .at($0) })
    try scenario.perform(Resolve(), at: "11:00")
    #expect(scenario.due(Clocks.update) == final.map { .at($0) })
  }

  @Test("of a triggered incident starts with the acknowledge, and ends when it is given back")
  func acknowledge() throws {
    var scenario = IncidentScenario.triggered()
    #expect(scenario.due(Clocks.update) == nil)
    try scenario.perform(Acknowledge(), at: "10:05")
    #expect(scenario.due(Clocks.update) == .at("10:20"))
    try scenario.perform(Unacknowledge(), at: "10:06")
    #expect(scenario.due(Clocks.update) == nil)
    try scenario.perform(Acknowledge(), at: "11:00")
    #expect(scenario.due(Clocks.update) == .at("11:10"), "does not start broken")
  }

  @Test("holds an earlier promise of the message itself, whatever the severity does, and refuses a later one")
  func promised() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(message("10:20"), at: "10:10")
    #expect(scenario.due(Clocks.update) == .at("10:20"))
    try scenario.perform(SetSeverity(.sev2, reason: "few users"), at: "10:12")
    #expect(scenario.due(Clocks.update) == .at("10:20"))
    #expect(throws: IncidentRefusal.promiseTooLate(latest: .at("11:15"), .sev2)) {
      try scenario.perform(message("11:16"), at: "10:15")
    }
    #expect(throws: IncidentRefusal.promiseInPast(.at("10:15"))) { try scenario.perform(message("10:15")) }
    try scenario.perform(message("11:15"))
    #expect(scenario.due(Clocks.update) == .at("11:15"))
  }

  @Test(
    "is due within ten minutes of a mitigation, or as it was",
    arguments: [("10:01", "10:11"), ("10:04", "10:14"), ("10:05", "10:15"), ("10:14", "10:15"), ("10:20", "10:15")])
  func mitigation(at: String, due: String) throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(Mitigate(), at: at)
    #expect(scenario.due(Clocks.update) == .at(due))
  }

  @Test(
    "moves to what a raise asks from then on, never earlier than that",
    arguments: [("10:05", "10:20"), ("10:14", "10:29"), ("10:50", "11:00"), ("11:10", "11:00")])
  func raised(at: String, due: String) throws {
    var scenario = try IncidentScenario.declared(.sev3)
    try scenario.perform(SetSeverity(.sev1), at: at)
    #expect(scenario.due(Clocks.update) == .at(due))
  }

  @Test("that was overdue stays broken on record, and is counted once")
  func broken() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(SetSeverity(.sev2, reason: "few users"), at: "10:20")
    #expect(scenario.due(Clocks.update) == .at("10:30"))
    #expect(states(scenario) == [.broken, .ok])
    try scenario.perform(message(), at: "10:25")
    #expect(states(scenario) == [.broken, .kept, .ok])
    var late = try IncidentScenario.declared(.sev1)
    try late.perform(SetSeverity(.sev2, reason: "few users"), at: "11:20")
    #expect(states(late) == [.overdue], "the new promise would be broken too")
  }

  @Test("is met by a message at its true time, also when it is logged later")
  func backdated() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(message(sent: "10:14"), at: "10:25")
    #expect(states(scenario) == [.kept, .ok])
    #expect(scenario.due(Clocks.update) == .at("10:44"))
    try scenario.perform(message(sent: "10:10"), at: "10:26")
    #expect(scenario.due(Clocks.update) == .at("10:44"), "an older message is no news")
  }

  @Test("runs again after a reopening, and ends with a cancellation")
  func ends() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(message(), at: "10:10")
    try scenario.perform(Resolve(), at: "10:20")
    try scenario.perform(message(), at: "10:25")
    try scenario.perform(Reopen(reason: "again"), at: "12:00")
    #expect(scenario.due(Clocks.update) == .at("12:10"))
    try scenario.perform(Cancel(because: .duplicate), at: "12:05")
    #expect(scenario.due(Clocks.update) == nil)
    #expect(states(scenario).last == .kept)
  }

  @Test("does not stir for notes, roles or a title")
  func unmoved() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    let deadlines = scenario.incident.deadlines
    try scenario.perform(Log("a note"), at: "10:05")
    try scenario.perform(AssignRole(.commander, person: "tom"))
    try scenario.perform(Edit(title: "Other"))
    try scenario.perform(SetImpact("Cards"), at: "10:20")
    #expect(scenario.incident.deadlines == deadlines)
  }
}
