import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Public update clock")
struct PublicUpdateClockTests {
  /// As where the public has a channel.
  private static let clocks = ClockPolicy(publicFrom: [.sev1, .sev2])

  private func declared(
    _ severity: Severity = .sev1, clocks: ClockPolicy = PublicUpdateClockTests.clocks
  ) throws -> IncidentScenario {
    var scenario = IncidentScenario(clocks: clocks)
    try scenario.declare(Declare(title: "Checkout fails", severity: severity, service: "checkout"))
    try scenario.perform(AssignRole(.commander, person: "lea"))
    return scenario
  }

  private func message(
    _ audience: Audience = .everyone, next: String? = nil, sent: String? = nil
  ) -> SendMessage {
    SendMessage(
      "Checkout fails for some.", to: audience, by: "statuspage", time: sent.map { GivenTime(.at($0)) },
      nextUpdateAt: next.map { .at($0) })
  }

  private func states(_ scenario: IncidentScenario, _ kind: String = Clocks.publicUpdate) -> [Deadline.State] {
    scenario.incident.deadlines.filter { $0.kind == kind }.sorted { $0.dueAt < $1.dueAt }
      .map { $0.state(at: scenario.now) }
  }

  @Test("of a SEV1 runs as promised, and the inner one beside it")
  func sev1() throws {
    var scenario = try declared()
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:15"))
    try scenario.perform(message(), at: "10:12")
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:42"))
    #expect(scenario.due(Clocks.update) == .at("10:15"), "the team was told nothing")
    try scenario.perform(message(.team), at: "10:14")
    #expect(scenario.due(Clocks.update) == .at("10:44"))
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:42"))
    try scenario.perform(message(), at: "10:50")
    #expect(scenario.due(Clocks.publicUpdate) == .at("11:20"))
    try scenario.perform(SetSeverity(.sev2, reason: "few users"), at: "11:00")
    #expect(scenario.due(Clocks.publicUpdate) == .at("11:50"))
    try scenario.perform(SetSeverity(.sev1), at: "11:05")
    #expect(scenario.due(Clocks.publicUpdate) == .at("11:20"))
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "11:15")
    #expect(scenario.due(Clocks.publicUpdate) == .at("11:30"))
    try scenario.perform(message(), at: "11:25")
    #expect(scenario.due(Clocks.publicUpdate) == nil)
    #expect(states(scenario) == [.kept, .broken, .kept])
    #expect(scenario.incident.firstPublicUpdateAt == .at("10:12"))
  }

  @Test(
    "follows each severity's cadence once the public was told",
    arguments: [
      (Severity.sev1, "10:15", "10:40", "11:15"), (.sev2, "10:30", "11:10", "11:30"), (.sev3, nil, "14:10", nil),
      (.sev4, nil, "2026-11-22T10:10:00Z", nil),
    ] as [(Severity, String?, String, String?)])
  func cadences(severity: Severity, first: String?, next: String, final: String?) throws {
    var scenario = try declared(severity)
    #expect(scenario.due(Clocks.publicUpdate) == first.map { .at($0) })
    try scenario.perform(message(), at: "10:10")
    #expect(scenario.due(Clocks.publicUpdate) == .at(next))
    try scenario.perform(Resolve(), at: "11:00")
    #expect(scenario.due(Clocks.publicUpdate) == final.map { .at($0) })
  }

  @Test("runs for nobody without a channel, until somebody has said something in public")
  func withoutChannel() throws {
    var scenario = try declared(clocks: ClockPolicy())
    #expect(scenario.due(Clocks.publicUpdate) == nil)
    try scenario.perform(message(.team), at: "10:05")
    #expect(scenario.due(Clocks.publicUpdate) == nil)
    let sent = try scenario.perform(message(), at: "10:10")
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:40"))
    try scenario.perform(Correct(sent[0].id, isRetraction: true, reason: "never went out"), at: "10:15")
    #expect(scenario.due(Clocks.publicUpdate) == nil)
    #expect(scenario.incident.lastTold(.everyone) == nil)
  }

  @Test("is answered by what the public and customers read, and by nothing else", arguments: Audience.allCases)
  func audiences(audience: Audience) throws {
    var scenario = try declared()
    try scenario.perform(message(audience), at: "10:05")
    let isPublic = audience == .everyone || audience == .customers
    #expect(scenario.due(Clocks.publicUpdate) == .at(isPublic ? "10:35" : "10:15"))
    #expect(scenario.due(Clocks.update) == .at(audience == .team ? "10:35" : "10:15"))
  }

  @Test("of a downgrade to what is not public ends, unless the public was told")
  func downgrade() throws {
    var scenario = try declared(.sev2)
    try scenario.perform(SetSeverity(.sev3, reason: "few users"), at: "10:05")
    #expect(scenario.due(Clocks.publicUpdate) == nil)
    #expect(states(scenario) == [.kept], "given up before it was due")
    var told = try declared(.sev2)
    try told.perform(message(), at: "10:05")
    try told.perform(SetSeverity(.sev3, reason: "few users"), at: "10:10")
    #expect(told.due(Clocks.publicUpdate) == .at("14:05"))
  }

  @Test("of a drill never runs, and nothing of it leaves the house", arguments: Audience.allCases)
  func drill(audience: Audience) throws {
    var scenario = IncidentScenario(clocks: Self.clocks)
    var facts = scenario.facts(by: .lea)
    facts.isDrill = true
    scenario.record(
      try Declare(title: "T", severity: .sev1).drafts(in: scenario.stream, facts: facts), by: .lea)
    #expect(scenario.incident.isDrill && scenario.due(Clocks.publicUpdate) == nil)
    guard audience.isOutside else {
      try scenario.perform(message(audience), at: "10:05")
      return
    }
    #expect(throws: IncidentRefusal.drillStaysInside(audience)) { try scenario.perform(message(audience)) }
  }

  @Test("holds what a message promises, and refuses more than the cadence allows")
  func promised() throws {
    var scenario = try declared()
    try scenario.perform(message(next: "10:20"), at: "10:10")
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:20"))
    #expect(throws: IncidentRefusal.promiseTooLate(latest: .at("10:45"), .sev1)) {
      try scenario.perform(message(next: "10:46"), at: "10:15")
    }
    #expect(throws: IncidentRefusal.promiseInPast(.at("10:15"))) { try scenario.perform(message(next: "10:15")) }
    try scenario.perform(message(next: "10:45"))
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:45"))
  }

  @Test("of a long incident holds a later promise, by the commander's word and not before two hours")
  func long() throws {
    var scenario = try declared()
    #expect(throws: IncidentRefusal.notYetLong(from: .at("12:00"))) {
      try scenario.perform(PaceUpdates(isLong: true), at: "11:59:59")
    }
    #expect(throws: IncidentRefusal.commandersWord("How often people hear", commander: "lea")) {
      try scenario.perform(PaceUpdates(isLong: true), by: .tom, at: "12:00")
    }
    try scenario.perform(PaceUpdates(isLong: true, reason: "a restore of many hours"))
    #expect(throws: IncidentRefusal.promiseTooLate(latest: .at("16:00"), .sev1)) {
      try scenario.perform(message(next: "16:00:01"))
    }
    try scenario.perform(message(next: "16:00"))
    #expect(scenario.due(Clocks.publicUpdate) == .at("16:00"))
    try scenario.perform(Log("see you later", entry: .comms, nextUpdateAt: .at("15:00")))
    #expect(scenario.due(Clocks.update) == .at("15:00"))
    // Without a promise of its own a message is followed at the regular pace.
    try scenario.perform(message(), at: "12:30")
    #expect(scenario.due(Clocks.publicUpdate) == .at("13:00"))
    try scenario.perform(PaceUpdates(isLong: false), at: "12:40")
    #expect(throws: IncidentRefusal.promiseTooLate(latest: .at("13:10"), .sev1)) {
      try scenario.perform(message(next: "14:00"))
    }
    try scenario.perform(PaceUpdates(isLong: true), at: "12:41")
    try scenario.perform(Resolve(), at: "13:00")
    try scenario.perform(Reopen(reason: "again"), at: "13:10")
    #expect(!scenario.incident.isLong)
  }

  @Test("is due ten minutes after the cause is known, and after the mitigation")
  func news() throws {
    var scenario = try declared()
    try scenario.perform(message(), at: "10:05")
    try scenario.perform(message(.team))
    let cause = try #require(try scenario.perform(AddHypothesis("the disk"), at: "10:08").first).id
    #expect(scenario.incident.updateState == .investigating)
    try scenario.perform(SettleHypothesis(cause, isConfirmed: true, evidence: "df"), at: "10:10")
    #expect(scenario.incident.updateState == .identified)
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:20") && scenario.due(Clocks.update) == .at("10:20"))
    try scenario.perform(message(), at: "10:15")
    try scenario.perform(Mitigate(), at: "10:18")
    #expect(scenario.incident.updateState == .monitoring)
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:28"))
  }
}
