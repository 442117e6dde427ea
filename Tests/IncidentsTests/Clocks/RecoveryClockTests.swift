import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Recovery clock and verdict")
struct RecoveryClockTests {
  @Test(
    "runs by tier from the impact start, else from the detection",
    arguments: [
      (1, "09:40", "2026-11-21T10:40:00Z"), (1, nil, "2026-11-21T11:00:00Z"), (2, "09:40", "2026-11-21T13:40:00Z"),
      (3, nil, "2026-11-22T10:00:00Z"), (4, nil, "2026-11-28T10:00:00Z"), (nil, "09:40", nil), (7, nil, nil),
    ] as [(Int?, String?, String?)])
  func byTier(tier: Int?, start: String?, due: String?) throws {
    var scenario = IncidentScenario()
    scenario.services = ["checkout": Service(name: "checkout", tier: tier)]
    try scenario.declare(
      Declare(title: "T", severity: .sev1, service: "checkout", impactStarted: start.map { TimePoint(.at($0)) }))
    #expect(scenario.due(Clocks.recovery) == due.map { .at($0) })
    let rule = scenario.incident.deadlines.open(Clocks.recovery)?.rule
    #expect(rule?.hasSuffix(start == nil ? "of the detection" : "of the impact start") != false)
  }

  @Test("starts when somebody takes an alert's incident, from the alert's own start")
  func triggered() throws {
    var scenario = IncidentScenario.triggered(by: .sample(startsAt: .at("09:58")))
    #expect(scenario.due(Clocks.recovery) == nil)
    try scenario.perform(Acknowledge(), at: "10:05")
    #expect(scenario.due(Clocks.recovery) == .at("10:58"))
  }

  @Test("moves with the facts: impact start, service, and nothing else")
  func moved() throws {
    var scenario = try IncidentScenario.declared()
    scenario.services["search"] = Service(name: "search", tier: 2)
    try scenario.perform(SetTimes(IncidentTimes(impactStarted: TimePoint(.at("09:30")))), at: "10:10")
    #expect(scenario.due(Clocks.recovery) == .at("10:30"))
    try scenario.perform(SetTimes(IncidentTimes(impactStarted: TimePoint(.at("09:00"))), reason: "log"), at: "10:11")
    #expect(scenario.due(Clocks.recovery) == .at("10:00"), "late by the facts, not by the clock of the correction")
    try scenario.perform(Edit(service: "search"), at: "10:12")
    #expect(scenario.due(Clocks.recovery) == .at("13:00"))
    #expect(scenario.incident.deadlines.count { $0.kind == Clocks.recovery } == 1, "a wrong fact leaves no verdict")
    try scenario.perform(Edit(service: "unheard-of"), at: "10:13")
    #expect(scenario.due(Clocks.recovery) == nil)
  }

  @Test("stops at a verified recovery, waits for one after an unverified")
  func verified() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Mitigate(), at: "10:10")
    try scenario.perform(Resolve(), at: "10:30")
    #expect(scenario.due(Clocks.recovery) == .at("11:00"))
    try scenario.perform(Reopen(reason: "check it"), at: "10:35")
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "10:50")
    #expect(scenario.due(Clocks.recovery) == nil)
    #expect(scenario.incident.deadlines.first { $0.kind == Clocks.recovery }?.metAt == .at("10:50"))
    try scenario.perform(Reopen(reason: "again"), at: "10:55")
    #expect(scenario.due(Clocks.recovery) == .at("11:00"))
  }

  @Test(
    "gives a verdict that nobody types",
    arguments: [
      ("10:59", "probe", 1, RecoveryVerdict.met), ("11:00", "probe", 1, .met), ("11:00:00.001", "probe", 1, .missed),
      ("10:10", nil, 1, .unverified), ("12:00", nil, 1, .unverified), ("10:10", "probe", nil, .unknown),
      (nil, nil, 1, .running), (nil, nil, nil, .unknown), ("13:59", "probe", 2, .met), ("14:01", "probe", 2, .missed),
    ] as [(String?, String?, Int?, RecoveryVerdict)])
  func verdicts(resolved: String?, proof: String?, tier: Int?, verdict: RecoveryVerdict) throws {
    var scenario = IncidentScenario()
    scenario.services = ["checkout": Service(name: "checkout", tier: tier)]
    try scenario.declare(Declare(title: "T", severity: .sev1, service: "checkout"))
    if let resolved { try scenario.perform(Resolve(verifiedBy: proof), at: resolved) }
    #expect(RecoveryVerdict(scenario.incident, tiers: TierTargets.shipped) == verdict)
  }

  @Test("has no verdict for what was none, or for what nobody has begun")
  func unknown() throws {
    var cancelled = try IncidentScenario.declared()
    try cancelled.perform(Cancel(because: .falseAlarm), at: "10:10")
    #expect(RecoveryVerdict(cancelled.incident, tiers: TierTargets.shipped) == .unknown)
    #expect(RecoveryVerdict(Incident(id: StreamID("incident", "x")), tiers: TierTargets.shipped) == .unknown)
  }

  @Test("follows a correction after the end: the promise on record and the verdict say the same")
  func restated() throws {
    var scenario = try IncidentScenario.declared(impactStarted: TimePoint(.at("09:50")))
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "10:45")
    #expect(RecoveryVerdict(scenario.incident, tiers: TierTargets.shipped) == .met)
    try scenario.perform(SetTimes(IncidentTimes(impactStarted: TimePoint(.at("09:30"))), reason: "log"), at: "10:50")
    #expect(RecoveryVerdict(scenario.incident, tiers: TierTargets.shipped) == .missed)
    var records = scenario.incident.deadlines.filter { $0.kind == Clocks.recovery }
    #expect(records.map(\.dueAt) == [.at("10:30")] && records.first?.state(at: scenario.now) == .broken)
    let earlier = IncidentTimes(mitigated: TimePoint(.at("10:20")), resolved: TimePoint(.at("10:29")))
    try scenario.perform(SetTimes(earlier, reason: "graph"), at: "10:51")
    records = scenario.incident.deadlines.filter { $0.kind == Clocks.recovery }
    #expect(records.map(\.metAt) == [.at("10:29")])
    #expect(RecoveryVerdict(scenario.incident, tiers: TierTargets.shipped) == .met)
  }
}
