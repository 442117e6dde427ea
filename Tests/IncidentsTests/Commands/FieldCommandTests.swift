import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Commands on the fields")
struct FieldCommandTests {
  @Test(
    "severity: raising is free, lowering and doubt want a word of reason",
    arguments: [
      (Severity.sev1, nil, false), (.sev2, nil, true), (.sev3, nil, false), (.sev3, "users recovered", true),
      (.sev4, "  ", false), (.sev4, "one host", true),
    ] as [(Severity, String?, Bool)])
  func severity(to: Severity, reason: String?, isAllowed: Bool) throws {
    var scenario = try IncidentScenario.declared(.sev2)
    let allowed = to == .sev1 || (to != .sev2 && isAllowed)
    let before = scenario.incident
    do {
      try scenario.perform(SetSeverity(to, reason: reason), at: "10:10")
      #expect(allowed)
      #expect(scenario.incident.severity == to && scenario.incident.isSeverityConfirmed)
      #expect(scenario.incident.severities.map(\.value) == [.sev2, to])
      #expect(scenario.incident.severities.last?.from == .at("10:10"))
    } catch {
      #expect(!allowed, "\(error)")
      #expect(scenario.incident == before)
    }
  }

  @Test("a provisional severity is confirmed by setting the same")
  func confirm() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(SetSeverity(.sev1), at: "10:01")
    #expect(scenario.incident.isSeverityConfirmed && scenario.incident.status == .triggered)
    #expect(scenario.incident.severities.count == 1)
    #expect(throws: IncidentRefusal.alreadySo("it is SEV1 already")) { try scenario.perform(SetSeverity(.sev1)) }
    var closed = try LifeCycleTests.scenario(in: .closed)
    #expect(throws: IncidentRefusal.self) { try closed.perform(SetSeverity(.sev2, reason: "r")) }
  }

  @Test("roles are intervals with one holder at a time")
  func roles() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(AssignRole(.commander, person: " lea "), at: "10:01")
    try scenario.perform(AssignRole(.scribe, person: "tom"), at: "10:02")
    #expect(throws: IncidentRefusal.commandHeld(by: "lea")) {
      try scenario.perform(AssignRole(.commander, person: "tom"), by: .tom)
    }
    try scenario.perform(AssignRole(.commander, person: "tom", reason: "lea lost her line"), at: "10:10")
    #expect(scenario.incident.commander == "tom" && scenario.incident.owner == "tom")
    #expect(
      scenario.incident.roles == [
        RoleInterval(role: .commander, person: "lea", from: .at("10:01"), to: .at("10:10")),
        RoleInterval(role: .scribe, person: "tom", from: .at("10:02")),
        RoleInterval(role: .commander, person: "tom", from: .at("10:10")),
      ])
    #expect(throws: IncidentRefusal.alreadySo("tom is commander already")) {
      try scenario.perform(AssignRole(.commander, person: "tom"))
    }
    try scenario.perform(AssignRole(.scribe, person: nil), at: "10:20")
    for nobody in [nil, "", "  "] {
      #expect(throws: IncidentRefusal.alreadySo("nobody is scribe")) {
        try scenario.perform(AssignRole(.scribe, person: nobody))
      }
    }
    #expect(scenario.incident.holder(of: .scribe) == nil)
    try scenario.perform(Cancel(because: .cancelled), at: "10:30")
    #expect(scenario.incident.commander == nil)
    #expect(scenario.incident.roles.allSatisfy { $0.to != nil && $0.from <= ($0.to ?? $0.from) })
    #expect(throws: IncidentRefusal.self) { try scenario.perform(AssignRole(.commander, person: "lea")) }
  }

  @Test(
    "the five times keep their order",
    arguments: [
      (IncidentTimes(impactStarted: TimePoint(.at("10:01"))), "impact start", "detection"),
      (
        IncidentTimes(impactStarted: TimePoint(.at("09:59")), detected: TimePoint(.at("09:58"))), "impact start",
        "detection"
      ),
      (IncidentTimes(mitigated: TimePoint(.at("09:00"))), "impact start", "mitigation"),
      (IncidentTimes(resolved: TimePoint(.at("09:00"))), "impact start", "resolution"),
      (IncidentTimes(declared: TimePoint(.at("09:00"))), "impact start", "declaration"),
      (IncidentTimes(mitigated: TimePoint(.at("09:59"))), "detection", "mitigation"),
      (IncidentTimes(resolved: TimePoint(.at("09:59"))), "detection", "resolution"),
      (
        IncidentTimes(mitigated: TimePoint(.at("10:20")), resolved: TimePoint(.at("10:10"))), "mitigation",
        "resolution"
      ),
    ])
  func order(times: IncidentTimes, earlier: String, later: String) throws {
    var scenario = try IncidentScenario.declared(impactStarted: TimePoint(.at("09:50")))
    scenario.now = .at("11:00")
    #expect(throws: IncidentRefusal.timesOutOfOrder(earlier: earlier, later: later)) {
      try scenario.perform(SetTimes(times, reason: "log file"))
    }
  }

  @Test("a time that is set is corrected with a reason; a new one needs none")
  func times() throws {
    var scenario = try IncidentScenario.declared()
    scenario.now = .at("11:00")
    try scenario.perform(SetTimes(IncidentTimes(impactStarted: TimePoint(.at("09:40"), .minute))))
    #expect(scenario.incident.times.impactStarted == TimePoint(.at("09:40"), .minute))
    let better = IncidentTimes(impactStarted: TimePoint(.at("09:30"), .approximate))
    #expect(throws: IncidentRefusal.reasonNeeded("Correcting a time that was set already")) {
      try scenario.perform(SetTimes(better, reason: " "))
    }
    let revision = scenario.incident.revision
    try scenario.perform(SetTimes(better, reason: "access log"))
    #expect(scenario.incident.times.impactStarted == TimePoint(.at("09:30"), .approximate))
    #expect(scenario.incident.times.detected == TimePoint(.at("10:00")))
    #expect(scenario.incident.revision == revision + 1)
    #expect(throws: IncidentRefusal.self) { try scenario.perform(SetTimes(better, reason: "access log")) }
    #expect(throws: IncidentRefusal.emptyText("The time")) { try scenario.perform(SetTimes(IncidentTimes())) }
    #expect(throws: IncidentRefusal.timeInFuture(.at("11:02"))) {
      try scenario.perform(SetTimes(IncidentTimes(mitigated: TimePoint(.at("11:02")))))
    }
  }

  @Test("a mitigation that only followed from the resolution moves with it; one of its own stays")
  func implied() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Resolve(), at: "10:40")
    try scenario.perform(SetTimes(IncidentTimes(resolved: TimePoint(.at("10:30"))), reason: "graph"), at: "10:50")
    #expect(scenario.incident.times.mitigated?.at == .at("10:30"))
    try scenario.perform(SetTimes(IncidentTimes(mitigated: TimePoint(.at("10:20"))), reason: "graph"))
    try scenario.perform(SetTimes(IncidentTimes(resolved: TimePoint(.at("10:35"))), reason: "graph"))
    #expect(scenario.incident.times.mitigated?.at == .at("10:20"))
  }

  @Test("title and service can be put right, with the tier of the service")
  func edit() throws {
    var scenario = try IncidentScenario.declared()
    scenario.services["search"] = Service(name: "search", tier: 3)
    try scenario.perform(Edit(title: " Search fails ", service: "search"), at: "10:01")
    #expect(scenario.incident.title == "Search fails" && scenario.incident.service == "search")
    #expect(scenario.incident.tier == 3)
    try scenario.perform(Edit(service: "unheard-of"), at: "10:02")
    #expect(scenario.incident.tier == nil && scenario.incident.title == "Search fails")
    for (edit, refusal) in [
      (Edit(), IncidentRefusal.alreadySo("title and service read so already")),
      (Edit(title: "Search fails"), .alreadySo("title and service read so already")),
      (Edit(title: " "), .emptyText("The title")), (Edit(service: ""), .emptyText("The service")),
    ] {
      #expect(throws: refusal) { try scenario.perform(edit) }
    }
  }

  @Test("impact, report, summary and meeting point stand as they were last said")
  func texts() throws {
    var scenario = try IncidentScenario.declared()
    let revision = scenario.incident.revision
    try scenario.perform(SetImpact(" Cards are refused "))
    try scenario.perform(SetReport(condition: "Half of all payments fail", needs: "a DBA"))
    try scenario.perform(SetReport(actions: "rolling back"))
    try scenario.perform(SetSummary("It broke."))
    try scenario.perform(SetMeetingPoint(bridgeURL: "https://meet.example.org/1", channel: "  "))
    try scenario.perform(SetMeetingPoint(channel: "#inc-1"))
    let incident = scenario.incident
    #expect(incident.impact == "Cards are refused" && incident.summary == "It broke.")
    #expect(
      incident.report
        == ConditionReport(condition: "Half of all payments fail", actions: "rolling back", needs: "a DBA"))
    #expect(incident.bridgeURL == "https://meet.example.org/1" && incident.channel == "#inc-1")
    #expect(incident.revision == revision)
    let refused: [any IncidentCommand] = [
      SetImpact(" "), SetSummary(""), SetReport(), SetReport(actions: "rolling back"), SetMeetingPoint(),
      SetMeetingPoint(bridgeURL: " ", channel: ""), Log("\n"),
    ]
    for command in refused {
      #expect(throws: IncidentRefusal.self) { try scenario.perform(command) }
    }
  }

  @Test(
    "notes stand as they were typed",
    arguments: [
      "plain", "  spaces  around ", "two\nlines\n", "tab\there", "☃ naïve 日本語 👩‍🚒", "\u{1B}[31mred", "\"quoted\" \\ / {}",
      "-dash", "{{mustache}}",
    ])
  func verbatim(text: String) throws {
    var scenario = try IncidentScenario.declared()
    let events = try scenario.perform(
      Log(
        text, entry: .decision, time: GivenTime(.at("09:59"), precision: .minute, zone: "Europe/Berlin"),
        evidence: ["https://example.org"]))
    let note = try #require(events.first)
    #expect(IncidentFold.text(of: note) == text)
    #expect(note.decoded(TimelineNoted.self)?.text == text)
    #expect(note.happenedAt == .at("09:59") && note.precision == .minute && note.zone == "Europe/Berlin")
    #expect(note.evidence == ["https://example.org"] && scenario.incident.decisions.map(\.id) == [note.id])
  }

  @Test("entries are pinned and hidden, once each")
  func marks() throws {
    var scenario = try IncidentScenario.declared()
    let note = try #require(try scenario.perform(Log("a note")).first).id
    try scenario.perform(Pin(note))
    try scenario.perform(Hide(note))
    #expect(scenario.incident.pinned == [note] && scenario.incident.hidden == [note])
    #expect(try scenario.perform(Pin(note)).isEmpty)
    try scenario.perform(Pin(note, isPinned: false))
    try scenario.perform(Hide(note, isHidden: false))
    #expect(scenario.incident.pinned.isEmpty && scenario.incident.hidden.isEmpty)
  }
}
