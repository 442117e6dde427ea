import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Decisions and hypotheses")
struct DecisionTests {
  @Test("a decision is put, objected to by role, and made against it only with a reason")
  func poll() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(AssignRole(.operations, person: "tom"), at: "10:00")
    try scenario.perform(
      ProposeDecision("roll back 412", knew: "5xx since 412", options: ["wait", " "]), at: "10:02")
    var decision = try #require(scenario.incident.decisions.last)
    #expect(decision.state == .proposed && decision.options == ["wait"] && decision.dueAt == .at("10:04"))
    #expect(scenario.due("objections:1") == .at("10:04"))
    try scenario.perform(Object(to: decision.id, "the migration does not go back"), by: .tom, at: "10:03")
    decision = try #require(scenario.incident.decisions.last)
    #expect(decision.objections.map(\.role) == [.operations])
    #expect(throws: IncidentRefusal.reasonNeeded("Deciding against an objection")) {
      try scenario.perform(SettleDecision(decision.id, isMade: true))
    }
    try scenario.perform(SettleDecision(decision.id, isMade: true, note: "schema is compatible"), at: "10:04")
    decision = try #require(scenario.incident.decisions.last)
    #expect(decision.state == .made && decision.settledBy == "lea")
    #expect(scenario.incident.deadlines.first { $0.kind == "objections:1" }?.state(at: scenario.now) == .kept)
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Object(to: decision.id, "late")) }
    let text = scenario.history.last { $0.kind == DecisionSettled.kind }.flatMap { IncidentFold.text(of: $0) }
    #expect(text == "roll back 412 (1 objection): schema is compatible")
  }

  @Test("a decision that is simply written down counts among them")
  func written() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Log("keep 412", entry: .decision), at: "10:01")
    try scenario.perform(ProposeDecision("fail over"), at: "10:02")
    #expect(scenario.incident.decisions.map(\.number) == [1, 2])
    #expect(scenario.incident.decisions.map(\.state) == [.made, .proposed])
  }

  @Test("a hypothesis is ruled out by evidence, and a similar one is known again")
  func hypotheses() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(AddHypothesis("the redis primary is out of memory"), at: "10:01")
    let first = try #require(scenario.incident.hypotheses.first)
    #expect(throws: IncidentRefusal.reasonNeeded("Ruling a hypothesis out")) {
      try scenario.perform(SettleHypothesis(first.id, isConfirmed: false))
    }
    try scenario.perform(
      SettleHypothesis(first.id, isConfirmed: false, evidence: "used_memory 40 %"), by: .tom, at: "10:05")
    #expect(scenario.incident.hypotheses.first?.state == .ruledOut)
    let again = AddHypothesis("redis runs out of memory again")
    #expect(again.caution(on: scenario.incident) == "like hypothesis 1, ruled out by tom: used_memory 40 %")
    #expect(AddHypothesis("a bad deploy of api").caution(on: scenario.incident) == nil)
    try scenario.perform(SettleHypothesis(first.id, isConfirmed: true, evidence: "it was swap"), at: "10:20")
    #expect(scenario.incident.hypotheses.first?.state == .confirmed)
    #expect(again.caution(on: scenario.incident) == nil)
  }

  @Test(
    "likeness is about words that carry meaning",
    arguments: [
      ("disk is full", "the disks are full", true), ("disk is full", "a bad deploy", false), ("", "disk", false),
      ("connection pool exhausted", "pool exhausted by batch jobs", true),
    ])
  func likeness(left: String, right: String, isAlike: Bool) {
    #expect((Likeness.of(left, right) >= Likeness.same) == isAlike)
    #expect(Likeness.of(left, right) == Likeness.of(right, left))
  }
}
