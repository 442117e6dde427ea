import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Undo")
struct UndoTests {
  static let commands: [(name: String, from: Status, command: any IncidentCommand)] = [
    ("acknowledge", .triggered, Acknowledge()), ("unacknowledge", .acknowledged, Unacknowledge()),
    ("mitigate", .triggered, Mitigate()), ("mitigate", .acknowledged, Mitigate()),
    ("resolve", .acknowledged, Resolve(verifiedBy: "probe")), ("resolve", .mitigated, Resolve()),
    ("close", .resolved, Close(waiver: "none needed")), ("cancel", .triggered, Cancel(because: .falseAlarm)),
    ("cancel", .mitigated, Cancel(because: .duplicate)), ("reopen", .resolved, Reopen(reason: "again")),
    ("reopen", .closed, Reopen(reason: "again")), ("lower", .triggered, SetSeverity(.sev3, reason: "few users")),
    ("lower", .acknowledged, SetSeverity(.sev4, reason: "few users")), ("confirm", .triggered, SetSeverity(.sev1)),
    ("edit", .acknowledged, Edit(title: "Other", service: "search")),
    (
      "times", .acknowledged,
      SetTimes(IncidentTimes(impactStarted: TimePoint(.at("09:00"))), reason: "log")
    ),
    ("role", .mitigated, AssignRole(.commander, person: "tom")), ("impact", .acknowledged, SetImpact("none")),
    ("report", .acknowledged, SetReport(condition: "fine")), ("summary", .resolved, SetSummary("It broke.")),
    ("meeting", .acknowledged, SetMeetingPoint(channel: "#inc")), ("note", .closed, Log("note")),
    ("message", .acknowledged, Log("update", entry: .comms)), ("decision", .mitigated, Log("go", entry: .decision)),
  ]

  /// What a person sees of an incident, without what only counts events.
  private func seen(_ incident: Incident) -> Incident {
    var seen = incident
    seen.revision = 0
    seen.lastEventAt = .at("00:00")
    seen.statuses = []
    seen.severities = []
    seen.deadlines = incident.deadlines.filter(\.isOpen).sorted { $0.kind < $1.kind }
    return seen
  }

  @Test("puts back what each command had changed, its promises included", arguments: commands.indices)
  func each(index: Int) throws {
    let (name, status, command) = Self.commands[index]
    var scenario = try LifeCycleTests.scenario(in: status)
    scenario.services["search"] = Service(name: "search", tier: 2)
    let before = scenario.incident
    try scenario.perform(command, by: .lea, at: "10:55")
    let revision = scenario.incident.revision
    try scenario.perform(Undo(), by: .lea, at: "10:57")
    #expect(scenario.incident.revision >= revision)
    var expected = seen(before)
    if name == "acknowledge" {
      // An acknowledge that is taken back is given back: it pages from now on, and the declaration stands.
      expected.isSeverityConfirmed = true
      expected.times.declared = TimePoint(.at("10:55"))
      expected.deadlines = scenario.incident.deadlines.filter(\.isOpen)
      expected.call = WakeCall(.givenBack, person: "lea", at: .at("10:57"))
      #expect(scenario.due(Clocks.acknowledge) == .at("11:12"))
    }
    #expect(seen(scenario.incident) == expected, "\(name) from \(status)")
    #expect(IncidentFold.state(of: scenario.stream, from: scenario.history) == scenario.incident)
  }

  @Test("is the actor's own, and only within five minutes")
  func own() throws {
    var scenario = try LifeCycleTests.scenario(in: .acknowledged)
    try scenario.perform(SetImpact("Cards are refused"), at: "10:20")
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Undo(), by: .tom, at: "10:21") }
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Undo(), at: "10:25:00.001") }
    try scenario.perform(Undo(), at: "10:25")
    #expect(scenario.incident.impact == nil)
  }

  @Test("leaves what others changed since")
  func others() throws {
    var scenario = try LifeCycleTests.scenario(in: .acknowledged)
    try scenario.perform(SetSeverity(.sev2, reason: "few users"), by: .lea, at: "10:10")
    try scenario.perform(AssignRole(.commander, person: "tom"), by: .tom, at: "10:11")
    try scenario.perform(Edit(title: "Cards are refused"), by: .tom, at: "10:11")
    try scenario.perform(Undo(), by: .lea, at: "10:12")
    #expect(scenario.incident.severity == .sev1)
    let undone = try #require(scenario.history.last { $0.kind == CommandUndone.kind })
    #expect(IncidentFold.text(of: undone) == "Undone: Severity SEV2", "the reason stays where a redaction finds it")
    #expect(scenario.incident.commander == "tom" && scenario.incident.title == "Cards are refused")
  }

  @Test("refuses where somebody changed the same since")
  func conflict() throws {
    var scenario = try LifeCycleTests.scenario(in: .acknowledged)
    try scenario.perform(SetSeverity(.sev2, reason: "few users"), by: .lea, at: "10:10")
    try scenario.perform(SetSeverity(.sev3, reason: "fewer"), by: .tom, at: "10:11")
    #expect(throws: IncidentRefusal.nothingToUndo("somebody changed the same since")) {
      try scenario.perform(Undo(), by: .lea, at: "10:12")
    }
    try scenario.perform(AssignRole(.commander, person: "lea"), by: .lea, at: "10:13")
    try scenario.perform(AssignRole(.commander, person: "tom", reason: "cut off"), by: .tom, at: "10:13")
    #expect(throws: IncidentRefusal.nothingToUndo("somebody else became commander since")) {
      try scenario.perform(Undo(), by: .lea, at: "10:14")
    }
    var taken = IncidentScenario.triggered()
    try taken.perform(Acknowledge(), by: .lea, at: "10:01")
    try taken.perform(Mitigate(), by: .tom, at: "10:02")
    #expect(throws: IncidentRefusal.self) { try taken.perform(Undo(), by: .lea, at: "10:03") }
  }

  @Test("of a correction brings back the words before it, and is not undone itself")
  func corrections() throws {
    var scenario = try IncidentScenario.declared()
    let note = try #require(try scenario.perform(Log("first"), at: "10:01").first).id
    let words = { (scenario: IncidentScenario) in
      EffectiveEvent.resolve(scenario.history, payloads: IncidentFold.payloads).first { $0.event.id == note }
        .map { $0.isRetracted ? "" : IncidentFold.text(of: $0.event) ?? "" }
    }
    try scenario.perform(Correct(note, text: "second", reason: "typo"), at: "10:02")
    try scenario.perform(Correct(note, text: "third", reason: "typo"), at: "10:03")
    try scenario.perform(Undo(), at: "10:04")
    #expect(words(scenario) == "second")
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Undo(), at: "10:04") }
    try scenario.perform(Correct(note, isRetraction: true, reason: "wrong room"), at: "10:04")
    #expect(words(scenario) == "")
    try scenario.perform(Undo(), at: "10:05")
    #expect(words(scenario) == "second")
  }

  @Test("takes notes back one after the other, then the command before them")
  func several() throws {
    var scenario = try LifeCycleTests.scenario(in: .acknowledged)
    try scenario.perform(Mitigate(), at: "10:10")
    try scenario.perform(Log("one"), at: "10:11")
    try scenario.perform(Log("two"), at: "10:12")
    let named = { (scenario: IncidentScenario) in
      Undo.candidate(in: scenario.history, by: "lea", now: scenario.now).flatMap { IncidentFold.text(of: $0) }
    }
    for expected in ["two", "one", "Mitigated"] {
      #expect(named(scenario) == expected)
      try scenario.perform(Undo(), at: "10:13")
    }
    #expect(scenario.incident.status == .acknowledged)
    #expect(named(scenario) == nil)
  }

  @Test("never unmakes an incident")
  func declared() throws {
    var scenario = try IncidentScenario.declared()
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Undo()) }
    #expect(scenario.incident.exists)
  }
}
