import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Escalation")
struct EscalationVectorTests {
  @Test("pages level by level, and again from the first, on a SEV1")
  func sev1() {
    var played = EscalationScenario.triggered(.sev1)
    played.play(until: "2026-11-22T10:00:00Z")
    let round = { (first: String, second: String, third: String, fourth: String) in
      ["\(first) mira anna", "\(second) tom mira", "\(third) anna", "\(fourth) max"]
    }
    #expect(
      played.pages == round("10:00", "10:15", "10:30", "10:45") + round("11:45", "12:00", "12:15", "12:30")
        + round("13:30", "13:45", "14:00", "14:15") + round("15:15", "15:30", "15:45", "16:00"))
    #expect(played.nextAt == nil)
    #expect(played.incident.escalation?.round == 4)
    #expect(played.incident.deadlines.open(Clocks.escalation) == nil)
  }

  @Test("has a column for each severity")
  func columns() {
    var sev2 = EscalationScenario.triggered(.sev2)
    sev2.play(until: "2026-11-22T10:00:00Z")
    #expect(
      sev2.pages == [
        "10:00 mira", "10:15 tom mira", "10:30 anna", "11:00 max", "12:00 mira", "12:15 tom mira", "12:30 anna",
        "13:00 max", "14:00 mira", "14:15 tom mira", "14:30 anna", "15:00 max",
      ])
    var sev3 = EscalationScenario.triggered(.sev3)
    sev3.play(until: "2026-11-22T10:00:00Z")
    #expect(sev3.pages == ["10:00 mira", "10:30 tom mira", "11:00 anna"])
    var sev4 = EscalationScenario.triggered(.sev4)
    sev4.play(until: "2026-11-22T10:00:00Z")
    #expect(sev4.pages == ["10:00 mira"])
    #expect(sev4.letters.map(\.isNotice) == [true] && sev3.letters.allSatisfy { !$0.isNotice })
    #expect(sev4.story == ["10:00 Telling mira (primary): level 1, nobody has it yet"])
  }

  @Test(
    "takes an acknowledge up to the very second",
    arguments: [
      ("10:14:59", ["10:00 mira anna"]), ("10:15", ["10:00 mira anna"]),
      ("10:15:00.001", ["10:00 mira anna", "10:15 tom mira"]),
    ])
  func moment(at: String, pages: [String]) throws {
    var played = EscalationScenario.triggered(.sev1)
    if Instant.at(at) > .at("10:15") { played.play(until: "10:15") }
    try played.perform(Acknowledge(), by: .person("mira"), at: at)
    played.play(until: "18:00")
    #expect(played.pages == pages)
    #expect(played.incident.escalation?.stoppedBecause == .acknowledged)
    #expect(played.nextAt == nil && played.incident.deadlines.open(Clocks.escalation) == nil)
  }

  @Test("goes on at once where nobody holds what a level means")
  func nobody() {
    var second = EscalationScenario.triggered { $0.team.duty["secondary"] = nil }
    second.play(until: "11:00")
    #expect(second.pages == ["10:00 mira anna", "10:15 mira anna", "10:45 max"])
    #expect(second.story.contains("10:15 Paging anna (commander): level 3 at once, level 2 has nobody"))
    var first = EscalationScenario.triggered(.sev3) { $0.team.duty["primary"] = nil }
    first.play(until: "12:00")
    #expect(first.pages == ["10:00 tom", "11:00 anna"])
    #expect(first.story.first == "10:00 Level 1 has nobody to page: the primary is not there")
    var none = EscalationScenario.triggered { $0.team = PagingTeam() }
    #expect(none.pages == [] && none.story.count == 4)
    none.team.duty["primary"] = "mira"
    none.play(until: "11:00")
    #expect(none.pages == ["11:00 mira"])
  }

  @Test("asks who is on call when a level's time comes")
  func handoff() {
    var played = EscalationScenario.triggered(.sev2)
    played.play(until: "10:14")
    played.team.duty = ["primary": "jon", "secondary": "mira", "commander": "anna"]
    played.play(until: "10:20")
    #expect(played.pages == ["10:00 mira", "10:15 mira jon"])
  }

  @Test("begins when Sitrep learns of it, and makes up for what was due while nothing watched")
  func late() {
    var played = EscalationScenario(.sev1)
    played.scenario.receive(.sample())
    played.look(at: "10:20")
    #expect(played.pages == ["10:20 mira anna"])
    #expect(played.nextAt == .at("10:35"))
    played.look(at: "11:10")
    #expect(played.pages == ["10:20 mira anna", "11:10 tom mira anna max"])
    let late = "level 2, 15m after the first page and nobody has it, 35m late"
    #expect(played.story.contains("11:10 Paging tom (secondary): \(late)"))
    played.play(until: "12:15")
    #expect(played.pages.last == "12:10 mira anna")
    let promises = played.incident.deadlines.filter { $0.kind == Clocks.escalation }
    #expect(promises.filter { $0.state(at: .at("13:00")) == .broken }.map(\.dueAt) == [.at("10:35")])
  }

  @Test("stops with whatever else ends the waiting")
  func ends() throws {
    let ends: [(any IncidentCommand, EscalationStopped.Reason)] = [
      (Mitigate(), .mitigated), (Cancel(because: .falseAlarm), .closed),
    ]
    for (command, reason) in ends {
      var played = EscalationScenario.triggered()
      try played.perform(command, at: "10:05")
      played.play(until: "18:00")
      #expect(played.pages == ["10:00 mira anna"])
      #expect(played.incident.escalation?.stoppedBecause == reason)
      #expect(played.incident.deadlines.filter { $0.kind == Clocks.escalation && $0.isOpen }.isEmpty)
    }
  }

  @Test("says who acknowledged without having been paged")
  func passerBy() throws {
    var played = EscalationScenario.triggered()
    try played.perform(Acknowledge(), by: .person("jon"), at: "10:05")
    #expect(
      played.story.last == "10:05 Nobody else is paged: acknowledged by jon, who had not been paged")
    var asked = EscalationScenario.triggered()
    try asked.perform(Acknowledge(), by: .person("mira"), at: "10:05")
    #expect(asked.story.last == "10:05 Nobody else is paged: acknowledged by mira")
    #expect(asked.incident.status == .acknowledged)
  }

  @Test("keeps the policy that was in force when it began")
  func keepsPolicy() {
    var played = EscalationScenario.triggered()
    played.policy = EscalationPolicy(levels: [.init([.manager], after: [.sev1: .zero])], repetitions: [:])
    played.play(until: "10:30")
    #expect(played.pages == ["10:00 mira anna", "10:15 tom mira", "10:30 anna"])
  }

  @Test("is for services whose pager is Sitrep, and for no drill")
  func pager() throws {
    var none = EscalationScenario.triggered(pager: .none)
    none.play(until: "18:00")
    #expect(none.letters.isEmpty && none.story.isEmpty && none.nextAt == nil)
    var other = EscalationScenario.triggered(pager: .external)
    other.play(until: "18:00")
    #expect(other.letters.isEmpty && other.nextAt == nil)
    #expect(other.story == ["10:00 Nobody is paged from here: another pager wakes people for checkout"])
    var changed = EscalationScenario.triggered()
    changed.scenario.services["checkout"]?.pager = .external
    changed.play(until: "18:00")
    #expect(changed.pages == ["10:00 mira anna"])
    #expect(changed.incident.escalation?.stoppedBecause == .pagerChanged)
    var facts = EscalationScenario.triggered(pager: .sitrep).facts()
    facts.incident.isDrill = true
    var fresh = EscalationScenario()
    fresh.scenario.receive(.sample())
    #expect(EscalationStep.due(on: fresh.incident, facts: facts).drafts.isEmpty)
    let declared = try IncidentScenario.declared()
    #expect(EscalationStep.due(on: declared.incident, facts: EscalationScenario().facts()).letters.isEmpty)
  }

  @Test("waits for as many people as a level wants")
  func several() throws {
    var played = EscalationScenario.triggered {
      $0.policy.levels[1].acknowledgements = 2
    }
    played.play(until: "10:15")
    try played.perform(Acknowledge(), by: .person("mira"), at: "10:20")
    #expect(played.incident.status == .acknowledged && played.incident.acknowledgedBy == "mira")
    #expect(throws: IncidentRefusal.self) { try played.scenario.perform(Acknowledge(), by: .person("mira")) }
    played.play(until: "10:40")
    #expect(played.pages.last == "10:30 anna")
    #expect(played.story.last == "10:30 Paging anna (commander): level 3, 30m after the first page and 1 of 2 have it")
    try played.perform(Acknowledge(), by: .person("anna"), at: "10:41")
    #expect(played.incident.acknowledgedBy == "mira")
    played.play(until: "18:00")
    #expect(played.pages.last == "10:30 anna" && played.incident.escalation?.stoppedBecause == .acknowledged)
  }

  @Test("has its next page as a promise on a clock, one at a time")
  func promise() throws {
    var played = EscalationScenario.triggered()
    let first = try #require(played.incident.deadlines.open(Clocks.escalation))
    #expect(first.dueAt == .at("10:15") && first.rule == "SEV1: level 2 pages the secondary, the primary")
    #expect(first.target == "secondary, primary")
    played.play(until: "10:50")
    #expect(played.incident.deadlines.filter { $0.kind == Clocks.escalation }.map(\.dueAt) == [.at("11:45")])
    #expect(played.incident.deadlines.last?.rule == "SEV1: repetition 1 of 3 pages the primary, the commander")
    try played.perform(Acknowledge(), at: "11:00")
    let promises = played.incident.deadlines.filter { $0.kind == Clocks.escalation }
    #expect(promises.map { $0.state(at: .at("18:00")) } == [.kept])
  }
}
