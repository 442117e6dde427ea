import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Self-healing and firing again")
struct SelfHealTests {
  private let warning = AlertReading.sample(severity: "warning")

  private func quiet(_ severity: String) -> IncidentScenario {
    var scenario = IncidentScenario.triggered(by: .sample(severity: severity))
    scenario.receive(AlertReading.sample(severity: severity).ended(at: .at("10:05")), at: "10:05")
    return scenario
  }

  @Test(
    "is for minor incidents alone", arguments: [("critical", false), ("high", false), ("warning", true), ("low", true)])
  func severities(label: String, heals: Bool) throws {
    var scenario = quiet(label)
    #expect(scenario.incident.areAlertsCleared && scenario.incident.status == .triggered)
    #expect(scenario.due(Clocks.selfHeal) == (heals ? .at("10:20") : nil))
    #expect(try scenario.perform(SelfHeal(), by: .serve, at: "10:19:59").isEmpty)
    let events = try scenario.perform(SelfHeal(), by: .serve, at: "10:20")
    #expect(scenario.incident.status == (heals ? .resolved : .triggered))
    guard heals else { return }
    #expect(events.first?.occasion == "incident:one|self_heal|1795256400000")
    #expect(scenario.incident.resolution == .selfHealed && scenario.incident.verification != nil)
    #expect(scenario.incident.deadlines.first { $0.kind == Clocks.selfHeal }?.state(at: .at("11:00")) == .kept)
    #expect(scenario.incident.deadlines.allSatisfy { !$0.isOpen })
    #expect(try scenario.perform(SelfHeal(), by: .serve, at: "10:30").isEmpty)
    #expect(!scenario.incident.owesPostMortem)
  }

  @Test("is called off by an alert that fires again, and counts anew")
  func refired() throws {
    var scenario = quiet("warning")
    scenario.receive(warning.again(at: .at("10:10")), at: "10:10")
    #expect(scenario.due(Clocks.selfHeal) == nil && !scenario.incident.areAlertsCleared)
    #expect(try scenario.perform(SelfHeal(), by: .serve, at: "10:30").isEmpty)
    scenario.receive(warning.again(at: .at("10:10")).ended(at: .at("10:40")), at: "10:40")
    #expect(scenario.due(Clocks.selfHeal) == .at("10:55"))
  }

  @Test("is called off by a major severity, and asked for again by a minor one")
  func severity() throws {
    var scenario = quiet("warning")
    try scenario.perform(SetSeverity(.sev1), at: "10:08")
    #expect(scenario.due(Clocks.selfHeal) == nil)
    try scenario.perform(SetSeverity(.sev3, reason: "quiet"), at: "10:10")
    #expect(scenario.due(Clocks.selfHeal) == .at("10:20"))
  }

  @Test("does not end what fires still")
  func firing() throws {
    var scenario = IncidentScenario.triggered(by: warning)
    scenario.receive(.sample(fingerprint: "b2", severity: "warning"))
    scenario.receive(warning.ended(at: .at("10:05")), at: "10:05")
    #expect(!scenario.incident.areAlertsCleared && scenario.due(Clocks.selfHeal) == nil)
    scenario.receive(AlertReading.sample(fingerprint: "b2", severity: "warning").ended(at: .at("10:06")), at: "10:06")
    #expect(scenario.due(Clocks.selfHeal) == .at("10:21"))
    #expect(scenario.history.count { $0.kind == AlertsCleared.kind } == 1)
  }

  @Test(
    "an alert that fires again takes the incident up and asks its owner to answer",
    arguments: [Status.mitigated, .resolved])
  func again(from: Status) throws {
    var scenario = try LifeCycleTests.scenario(in: from)
    scenario.receive(AlertReading.sample().ended(at: .at("10:45")), at: "10:45")
    scenario.receive(AlertReading.sample().again(at: .at("10:50")), at: "10:50")
    #expect(scenario.incident.status == .acknowledged && scenario.incident.owner == "lea")
    #expect(scenario.incident.resolution == nil && scenario.incident.times.mitigated == nil)
    #expect(scenario.due(Clocks.answer) == .at("10:55"))
    #expect(scenario.incident.deadlines.open(Clocks.answer)?.target == "lea")
    try scenario.perform(Acknowledge(), by: .lea, at: "10:54")
    #expect(scenario.due(Clocks.answer) == nil)
    #expect(scenario.incident.deadlines.first { $0.kind == Clocks.answer }?.metAt == .at("10:54"))
    #expect(throws: IncidentRefusal.alreadySo("it is acknowledged by lea already")) {
      try scenario.perform(Acknowledge(), by: .tom)
    }
  }

  @Test("what healed before anybody had it is nobody's when it fires again, and can be taken")
  func unowned() throws {
    var scenario = quiet("warning")
    try scenario.perform(SelfHeal(), by: .serve, at: "10:20")
    scenario.receive(warning.again(at: .at("10:30")), at: "10:30")
    #expect(scenario.incident.status == .acknowledged && scenario.incident.owner == nil)
    #expect(scenario.incident.acknowledgedAt == nil && scenario.incident.times.declared == nil)
    #expect(scenario.due(Clocks.answer) == .at("10:35"))
    try scenario.perform(Acknowledge(), by: .tom, at: "10:32")
    #expect(scenario.incident.owner == "tom" && scenario.incident.times.declared?.at == .at("10:32"))
    #expect(scenario.incident.isSeverityConfirmed && scenario.due(Clocks.update) == .at("11:32"))
  }
}
