import EventLog
import Incidents
import TestSupport
import Testing

@Suite("A new configuration")
struct ClockPolicyTests {
  static let others: [ClockPolicy] = [
    ClockPolicy(acknowledge: [:], updates: [:], tiers: [:], selfHeal: .hours(9), answer: .hours(9), configHash: "b"),
    ClockPolicy(
      acknowledge: [.sev1: .minutes(1), .sev3: .minutes(1), .sev4: .minutes(1)],
      updates: [
        .sev1: UpdateCadence(first: .minutes(1), every: .minutes(1), final: .minutes(1)),
        .sev3: UpdateCadence(first: .minutes(1), every: .minutes(1), final: .minutes(1)),
        .sev4: UpdateCadence(first: .minutes(1), every: .minutes(1), final: .minutes(1)),
      ],
      tiers: [1: TierTargets(rto: .minutes(1), rpo: .minutes(1))], selfHeal: .minutes(1), configHash: "c"),
  ]

  static let started: [@Sendable () throws -> IncidentScenario] = [
    { IncidentScenario.triggered() },
    { IncidentScenario.triggered(by: .sample(severity: "warning")) },
    { try IncidentScenario.declared(.sev1) },
    { try IncidentScenario.declared(.sev4) },
    { try LifeCycleTests.scenario(in: .mitigated) },
    { try LifeCycleTests.scenario(in: .resolved) },
    {
      var scenario = IncidentScenario.triggered(by: .sample(severity: "warning"))
      scenario.receive(AlertReading.sample(severity: "warning").ended(at: .at("10:00")))
      return scenario
    },
  ]

  @Test("moves, ends and starts nothing that already runs", arguments: others.indices, started.indices)
  func nothingMoves(policy: Int, scenario: Int) throws {
    var scenario = try Self.started[scenario]()
    let deadlines = scenario.incident.deadlines
    scenario.clocks = Self.others[policy]
    scenario.now = scenario.now + .minutes(2)
    try scenario.perform(Log("a note"))
    try scenario.perform(AssignRole(.scribe, person: "tom"))
    try scenario.perform(SetImpact("Cards"))
    try scenario.perform(Edit(title: "Other"))
    #expect(scenario.incident.deadlines == deadlines)
  }

  @Test("leaves the verdict of yesterday")
  func verdict() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "10:40")
    #expect(RecoveryVerdict(scenario.incident, tiers: Self.others[1].tiers) == .met)
  }

  @Test("is named by the promises that follow it")
  func hash() throws {
    var scenario = IncidentScenario()
    scenario.clocks.configHash = "abc"
    try scenario.declare(Declare(title: "T", severity: .sev1, service: "checkout"))
    let sets = scenario.history.compactMap { $0.decoded(DeadlineSet.self) }
    #expect(sets.count == 2 && sets.allSatisfy { $0.configHash == "abc" })
  }

  @Test("is written in a stable order")
  func stable() {
    let text = PayloadText.encode(ClockPolicy())
    #expect(text.hasPrefix(#"{"acknowledge":{"1":900000,"2":900000,"3":1800000},"#))
    #expect(PayloadText.decode(ClockPolicy.self, from: text) == ClockPolicy())
  }

  @Test(
    "is told in short words",
    arguments: [
      (Span.zero, "0s"), (.seconds(90), "90s"), (.minutes(15), "15m"), (.minutes(60), "1h"), (.minutes(90), "90m"),
      (.hours(4), "4h"), (.hours(24), "1d"), (.days(7), "7d"), (.hours(36), "36h"), (.milliseconds(1_500), "1s"),
    ])
  func words(span: Span, words: String) {
    #expect(span.words == words)
  }
}
