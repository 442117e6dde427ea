import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Corrections")
struct CorrectTests {
  private func effective(_ scenario: IncidentScenario, _ id: EventID) -> EffectiveEvent? {
    EffectiveEvent.resolve(scenario.history, payloads: IncidentFold.payloads).first { $0.event.id == id }
  }

  @Test("change text and time, keep the rest, and build on each other")
  func chain() throws {
    var scenario = try IncidentScenario.declared()
    let note = try #require(try scenario.perform(Log("firts", entry: .action), at: "10:05").first).id
    try scenario.perform(Correct(note, text: "first", reason: "typo"), at: "10:06")
    try scenario.perform(Correct(note, time: GivenTime(.at("10:02"), precision: .minute), reason: "clock"), at: "10:07")
    let entry = try #require(effective(scenario, note))
    #expect(entry.event.decoded(TimelineNoted.self)?.text == "first")
    #expect(entry.event.decoded(TimelineNoted.self)?.entry == .action)
    #expect(entry.event.happenedAt == .at("10:02") && entry.event.precision == .minute)
    try scenario.perform(Correct(note, isRetraction: true, reason: "wrong incident"), at: "10:08")
    #expect(effective(scenario, note)?.isRetracted == true)
  }

  @Test("reach each kind's own words")
  func kinds() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Acknowledge(), at: "10:01")
    let opened = try #require(scenario.history.first { $0.kind == IncidentOpened.kind }).id
    try scenario.perform(Correct(opened, text: "Checkout is slow", reason: "clearer"), at: "10:02")
    #expect(scenario.incident.title == "Checkout is slow")
    let impact = try #require(try scenario.perform(SetImpact("a")).first).id
    try scenario.perform(Correct(impact, text: "b", reason: "clearer"))
    #expect(scenario.incident.impact == "b")
    let lowered = try #require(try scenario.perform(SetSeverity(.sev2, reason: "a")).first).id
    try scenario.perform(Correct(lowered, text: "b", reason: "clearer"))
    #expect(effective(scenario, lowered)?.event.decoded(SeveritySet.self)?.reason == "b")
    #expect(scenario.incident.severity == .sev2)
  }

  @Test("move the times they stand for, but never out of order")
  func times() throws {
    var scenario = try IncidentScenario.declared(impactStarted: TimePoint(.at("09:50")))
    let mitigated = try #require(try scenario.perform(Mitigate(), at: "10:20").first).id
    try scenario.perform(Resolve(), at: "10:40")
    try scenario.perform(Correct(mitigated, time: GivenTime(.at("10:15")), reason: "log"), at: "10:45")
    #expect(scenario.incident.times.mitigated?.at == .at("10:15"))
    #expect(throws: IncidentRefusal.timesOutOfOrder(earlier: "mitigation", later: "resolution")) {
      try scenario.perform(Correct(mitigated, time: GivenTime(.at("10:41")), reason: "log"))
    }
    #expect(throws: IncidentRefusal.timeInFuture(.at("12:00"))) {
      try scenario.perform(Correct(mitigated, time: GivenTime(.at("12:00")), reason: "log"))
    }
  }

  @Test("are refused without a reason, an entry, a change, or words to change")
  func refusals() throws {
    var scenario = try IncidentScenario.declared()
    let note = try #require(try scenario.perform(Log("note")).first).id
    let role = try #require(try scenario.perform(OfferRole(.scribe, to: "tom")).first).id
    let promise = try #require(scenario.history.first { $0.kind == DeadlineSet.kind }).id
    let nowhere = EventID(node: "gone", sequence: 1)
    let cases: [(Correct, IncidentRefusal)] = [
      (Correct(note, text: "b", reason: " "), .reasonNeeded("Correcting an entry")),
      (Correct(nowhere, text: "b", reason: "r"), .noSuchEntry("gone-1")),
      (Correct(note, reason: "r"), .emptyText("The correction")),
      (Correct(note, text: " ", reason: "r"), .emptyText("The correction")),
      (Correct(role, text: "b", reason: "r"), .notCorrectable(kind: RoleOffered.kind)),
      (Correct(role, isRetraction: true, reason: "r"), .notCorrectable(kind: RoleOffered.kind)),
      (Correct(promise, time: GivenTime(.at("09:00")), reason: "r"), .notCorrectable(kind: DeadlineSet.kind)),
    ]
    for (correct, refusal) in cases {
      #expect(throws: refusal) { try scenario.perform(correct) }
    }
  }

  @Test("of a message move the update clock with it")
  func messages() throws {
    var scenario = try IncidentScenario.declared()
    let first = try #require(try scenario.perform(Log("hello", entry: .comms), at: "10:12").first).id
    #expect(scenario.due(Clocks.update) == .at("10:42"))
    try scenario.perform(Correct(first, time: GivenTime(.at("10:17")), reason: "sent later"), at: "10:20")
    #expect(scenario.due(Clocks.update) == .at("10:47"))
    let late = try #require(scenario.incident.deadlines.first { $0.dueAt == .at("10:15") })
    #expect(late.metAt == .at("10:17") && late.state(at: .at("10:20")) == .broken)
    try scenario.perform(Correct(first, isRetraction: true, reason: "never sent"), at: "10:21")
    #expect(scenario.due(Clocks.update) == .at("10:15"))
    #expect(scenario.incident.deadlines.open(Clocks.update)?.state(at: .at("10:21")) == .overdue)
    #expect(scenario.incident.deadlines.count { $0.kind == Clocks.update } == 1)
  }
}
