import EventLog
import Incidents
import TestSupport
import Testing

@Suite("A further run of the escalation")
struct EscalationRunTests {
  @Test(
    "begins at the level of whoever gives it back, and never catches up",
    arguments: [
      ("tom", ["11:00 tom mira", "11:15 anna", "11:30 max"]),
      ("mira", ["11:00 mira anna", "11:15 tom mira", "11:30 anna"]),
      ("anna", ["11:00 anna", "11:15 max", "12:15 mira anna"]),
      ("jon", ["11:00 mira anna", "11:15 tom mira", "11:30 anna"]),
    ])
  func givenBack(by: String, pages: [String]) throws {
    var played = EscalationScenario.triggered()
    played.play(until: "10:20")
    try played.perform(Acknowledge(), by: .person(by), at: "10:21")
    try played.perform(Unacknowledge(reason: "on a train"), by: .person(by), at: "11:00")
    #expect(played.story.contains { $0.hasSuffix("\(by) gave it back") })
    played.play(until: "12:20")
    #expect(Array(played.pages.dropFirst(2).prefix(3)) == pages)
    #expect(played.incident.escalation?.run == 2)
    #expect(played.incident.escalation?.firstPageAt == .at("10:00"))
  }

  @Test("begins where it was when an end is taken back")
  func undone() throws {
    var played = EscalationScenario.triggered()
    played.play(until: "10:30")
    try played.perform(Mitigate(), by: .lea, at: "10:31")
    try played.perform(Undo(), by: .lea, at: "10:33")
    #expect(played.incident.status == .triggered)
    played.play(until: "10:50")
    #expect(Array(played.pages.dropFirst(3)) == ["10:33 anna", "10:48 max"])
    #expect(played.story.contains("10:33 Paging anna (commander): level 3, nobody has it again"))
  }

  @Test("pages whoever fell silent first, then level by level")
  func timedOut() throws {
    var played = EscalationScenario.triggered()
    try played.perform(Acknowledge(), by: .person("lea"), at: "10:05")
    try played.perform(TimeOutAcknowledge(lastEntryAt: .at("10:05")), by: .serve, at: "10:35")
    #expect(played.incident.status == .triggered)
    played.play(until: "11:10")
    #expect(Array(played.pages.dropFirst()) == ["10:35 lea", "10:50 tom mira", "11:05 anna"])
    #expect(played.story.contains("10:35 Paging lea: level 1, lea had it and fell silent"))
  }

  @Test("asks the owner when an alert fires again, and everybody else where nobody answers")
  func firesAgain() throws {
    var played = EscalationScenario.triggered()
    try played.perform(Acknowledge(), by: .person("mira"), at: "10:05")
    try played.perform(Mitigate(), by: .person("mira"), at: "10:20")
    played.receive(.sample(fingerprint: "b2", startsAt: .at("10:30")), at: "10:30")
    #expect(played.incident.status == .acknowledged)
    #expect(Array(played.pages.dropFirst()) == ["10:30 mira"])
    #expect(played.story.last == "10:30 Paging mira (the owner): its alert fires again, and mira has it")
    var answered = played
    try answered.perform(Log("looking"), by: .person("mira"), at: "10:35")
    answered.play(until: "12:00")
    #expect(answered.pages == played.pages)
    played.look(at: "10:34:59")
    #expect(played.incident.status == .acknowledged)
    played.look(at: "10:35")
    #expect(played.incident.status == .triggered)
    played.play(until: "10:50")
    #expect(Array(played.pages.dropFirst(2)) == ["10:35 mira anna", "10:50 tom mira"])
  }

  @Test("counts from the first page of all where an alert raised the severity and the owner does not answer")
  func raisedWhileOwned() throws {
    var played = EscalationScenario.triggered(.sev3)
    try played.perform(Acknowledge(), by: .person("mira"), at: "10:10")
    played.scenario.admission.bySeverityLabel["critical"] = .opens(.sev1)
    played.receive(.sample(fingerprint: "b2", startsAt: .at("10:40")), at: "10:40")
    #expect(played.incident.severityLabel == "SEV1?" && played.incident.status == .acknowledged)
    #expect(Array(played.pages.dropFirst()) == ["10:40 mira"])
    #expect(played.story.last == "10:40 Paging mira (the owner): an alert raised it to SEV1, and mira has it")
    played.look(at: "10:45")
    // 10:15, 10:30 and 10:45 have all come; each person is paged once.
    #expect(Array(played.pages.dropFirst(2)) == ["10:45 mira anna tom max"])
    #expect(!played.story.contains { $0.contains("late") })
    #expect(played.nextAt == .at("11:45"))
  }

  @Test("goes by the new severity from the first page on where nobody has it")
  func raisedWhileWaiting() throws {
    var played = EscalationScenario.triggered(.sev3)
    played.scenario.admission.bySeverityLabel["critical"] = .opens(.sev1)
    played.receive(.sample(fingerprint: "b2", startsAt: .at("10:20")), at: "10:20")
    #expect(Array(played.pages.dropFirst()) == ["10:20 anna tom mira"])
    #expect(played.story.contains("10:20 Paging anna (commander): SEV1 pages the commander as well"))
    played.play(until: "10:50")
    #expect(Array(played.pages.dropFirst(2)) == ["10:30 anna", "10:45 max"])
  }

  @Test("is not brought about by a responder who raises the severity: the list is shown")
  func raisedByHand() throws {
    var played = EscalationScenario.triggered(.sev3)
    try played.perform(SetSeverity(.sev1, reason: "all of it"), by: .person("mira"), at: "10:20")
    #expect(played.pages == ["10:00 mira"] && played.nextAt == .at("10:30"))
    played.play(until: "11:30")
    #expect(played.pages == ["10:00 mira", "10:30 tom mira", "11:00 anna"])

    var owned = EscalationScenario.triggered(.sev3)
    try owned.perform(Acknowledge(), by: .person("mira"), at: "10:10")
    owned.look(at: "10:20")
    let list = RaisePreview.people(raising: owned.incident, to: .sev1, facts: owned.facts())
    #expect(list.map(\.name) == ["anna", "tom"] && list.map(\.level) == [1, 2])
    #expect(RaisePreview.people(raising: owned.incident, to: .sev4, facts: owned.facts()).isEmpty)
    let before = owned.pages
    try owned.perform(SetSeverity(.sev1), by: .person("mira"), at: "10:21")
    owned.play(until: "18:00")
    #expect(owned.pages == before)
    try owned.perform(PagePeople(list.map(\.name)), by: .person("mira"), at: "18:01")
    #expect(owned.incident.pages.suffix(2).map(\.person) == ["anna", "tom"])
    #expect(owned.story.suffix(2) == ["18:01 Paging anna: mira asks", "18:01 Paging tom: mira asks"])
  }

  @Test("follows a person who lowers the severity")
  func lowered() throws {
    var played = EscalationScenario.triggered(.sev1)
    try played.perform(SetSeverity(.sev3, reason: "one customer"), at: "10:10")
    #expect(played.nextAt == .at("10:30"))
    played.play(until: "18:00")
    #expect(played.pages == ["10:00 mira anna", "10:30 tom mira", "11:00 anna"])
  }

  @Test("pages on by name, once for each time somebody asks")
  func byHand() throws {
    var played = EscalationScenario.triggered()
    #expect(throws: IncidentRefusal.self) { try played.scenario.perform(PagePeople([" "])) }
    try played.perform(PagePeople(["jon", "jon"], reason: "knows the disk"), by: .lea, at: "10:05")
    #expect(played.incident.pages.last?.person == "jon")
    #expect(played.story.last == "10:05 Paging jon: lea asks: knows the disk")
    #expect(played.incident.pages.count == 3)
  }

  @Test("keeps what became of each page")
  func outcomes() throws {
    var played = EscalationScenario.triggered()
    let key = try #require(played.letters.first).key
    func record(_ result: RecordPage.Result, _ channel: String, at time: String) throws {
      try played.scenario.perform(
        RecordPage(key: key, person: "mira", channel: channel, result: result), by: .serve, at: time)
    }
    #expect(played.incident.pages[0].result == .intended && played.incident.pagedAt == nil)
    try record(.failed(because: "no route", isFinal: false), "mail", at: "10:00:02")
    #expect(played.incident.pages[0].result == .failed && played.incident.pages[0].failure == "no route")
    try record(.unknown(because: "it hung up", isRepeated: true), "push", at: "10:00:02.500")
    #expect(played.incident.pages[0].result == .unknown)
    try record(.sent(receipt: "id 7"), "push", at: "10:00:03")
    #expect(played.incident.pages[0].result == .sent && played.incident.pages[0].sentBy == ["push"])
    #expect(played.incident.pagedAt == .at("10:00:03"))
    let known = played.scenario.history.count
    try record(.sent(receipt: "id 7"), "push", at: "10:00:04")
    #expect(played.scenario.history.count == known)
    #expect(
      played.story.suffix(3) == [
        "10:00 Page to mira by mail did not get through, trying again: no route",
        "10:00 Whether the page to mira went out by push is not known, and it is sent again under the same key: it hung up",
        "10:00 Page to mira went out by push: id 7",
      ])
  }
}
