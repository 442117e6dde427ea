import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Hand-over, rest and silence")
struct HandOverTests {
  @Test("the command goes over by offer and accept, with a promise to answer")
  func handOver() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(AssignRole(.commander, person: "lea"), at: "10:00")
    try scenario.perform(OfferRole(.commander, to: "tom"), at: "10:10")
    #expect(scenario.incident.commander == "lea" && scenario.incident.nextCommander == "tom")
    #expect(scenario.due("handover:commander") == .at("10:25"))
    #expect(throws: IncidentRefusal.self) { try scenario.perform(AcceptRole(), by: .lea) }
    try scenario.perform(AcceptRole(), by: .tom, at: "10:12")
    #expect(scenario.incident.commander == "tom" && scenario.incident.offers.isEmpty)
    let kept = try #require(scenario.incident.deadlines.first { $0.kind == "handover:commander" })
    #expect(kept.state(at: scenario.now) == .kept && kept.metAt == .at("10:12"))
  }

  @Test("whoever is asked may say no, whoever asked may take it back, and an undo does it too")
  func declined() throws {
    for isOwn in [true, false] {
      var scenario = try IncidentScenario.declared()
      try scenario.perform(AssignRole(.commander, person: "lea"), at: "10:00")
      try scenario.perform(OfferRole(.commander, to: "tom"), at: "10:10")
      try scenario.perform(DeclineRole(reason: "asleep"), by: isOwn ? .lea : .tom, at: "10:11")
      #expect(scenario.incident.offers.isEmpty && scenario.incident.commander == "lea")
      #expect(scenario.due("handover:commander") == nil)
    }
    var scenario = try IncidentScenario.declared()
    try scenario.perform(OfferRole(.commander, to: "tom"), at: "10:10")
    try scenario.perform(Undo(), at: "10:11")
    #expect(scenario.incident.offers.isEmpty && scenario.due("handover:commander") == nil)
  }

  @Test("a take by force needs a reason, which is announced")
  func forced() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(AssignRole(.commander, person: "lea"), at: "10:00")
    #expect(throws: IncidentRefusal.commandHeld(by: "lea")) {
      try scenario.perform(AssignRole(.commander, person: "tom"), by: .tom)
    }
    try scenario.perform(AssignRole(.commander, person: "tom", reason: "lea is cut off"), by: .tom, at: "10:10")
    let text = scenario.history.last { $0.kind == RoleAssigned.kind }.flatMap { IncidentFold.text(of: $0) }
    #expect(text == "tom is commander: lea is cut off")
    try scenario.perform(AssignRole(.commander, person: nil), by: .tom, at: "10:11")
    #expect(scenario.incident.commander == nil)
  }

  @Test("only what somebody has may rest, for a day at most, and it ends when it gets worse")
  func snooze() throws {
    var triggered = IncidentScenario.triggered()
    #expect(throws: IncidentRefusal.self) { try triggered.perform(Snooze(.hours(1))) }
    var scenario = try IncidentScenario.declared(.sev3)
    #expect(throws: IncidentRefusal.restTooLong) { try scenario.perform(Snooze(.hours(25))) }
    #expect(throws: IncidentRefusal.alreadySo("it does not rest")) { try scenario.perform(Snooze(nil)) }
    try scenario.perform(Snooze(.hours(2), reason: "waits for the vendor"), at: "10:05")
    #expect(scenario.incident.isSnoozed(at: .at("12:04")) && !scenario.incident.isSnoozed(at: .at("12:06")))
    try scenario.perform(SetSeverity(.sev2), at: "10:10")
    #expect(scenario.incident.snoozedUntil == nil)
    try scenario.perform(Snooze(.hours(1)), at: "10:11")
    try scenario.perform(Unacknowledge(), at: "10:12")
    #expect(scenario.incident.snoozedUntil == nil)
  }

  @Test(
    "silence while alerts fire gives the acknowledge back",
    arguments: [("10:34", false), ("10:35", true), ("11:00", true)])
  func silence(at time: String, isOver: Bool) throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Acknowledge(), at: "10:05")
    let last = scenario.incident.lastEventAt
    try scenario.perform(TimeOutAcknowledge(lastEntryAt: last), by: .serve, at: time)
    #expect((scenario.incident.status == .triggered) == isOver)
    #expect((scenario.incident.acknowledgedBy == nil) == isOver)
    #expect((scenario.due(Clocks.acknowledge) != nil) == isOver)
    if isOver {
      #expect(try scenario.perform(TimeOutAcknowledge(lastEntryAt: last), by: .serve).isEmpty)
    }
  }

  @Test("without firing alerts, or on a minor incident, nobody is timed out")
  func quiet() throws {
    var declared = try IncidentScenario.declared(.sev1)
    let last = declared.incident.lastEventAt
    #expect(try declared.perform(TimeOutAcknowledge(lastEntryAt: last), by: .serve, at: "20:00").isEmpty)
    var minor = IncidentScenario.triggered(by: .sample(severity: "warning"))
    try minor.perform(Acknowledge(), at: "10:05")
    #expect(try minor.perform(TimeOutAcknowledge(lastEntryAt: .at("10:05")), by: .serve, at: "20:00").isEmpty)
  }
}
