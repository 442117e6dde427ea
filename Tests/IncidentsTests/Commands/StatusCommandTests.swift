import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite("Commands on the status")
struct StatusCommandTests {
  enum Answer: Equatable { case to(Status), refused }

  static let commands: [(name: String, command: any IncidentCommand, answers: [Answer])] = [
    // In the order triggered, acknowledged, mitigated, resolved, closed.
    ("acknowledge", Acknowledge(), [.to(.acknowledged), .refused, .refused, .refused, .refused]),
    ("unacknowledge", Unacknowledge(), [.refused, .to(.triggered), .refused, .refused, .refused]),
    ("mitigate", Mitigate(), [.to(.mitigated), .to(.mitigated), .refused, .refused, .refused]),
    ("resolve", Resolve(), [.refused, .to(.resolved), .to(.resolved), .refused, .refused]),
    ("close", Close(waiver: "drill"), [.refused, .refused, .refused, .to(.closed), .refused]),
    ("close without waiver", Close(), [.refused, .refused, .refused, .refused, .refused]),
    (
      "cancel", Cancel(because: .falseAlarm),
      [.to(.closed), .to(.closed), .to(.closed), .refused, .refused]
    ),
    (
      "cancel as duplicate", Cancel(because: .duplicate),
      [.to(.closed), .to(.closed), .to(.closed), .refused, .refused]
    ),
    ("cancel as fixed", Cancel(because: .fixed), [.refused, .refused, .refused, .refused, .refused]),
    ("reopen", Reopen(reason: "again"), [.refused, .refused, .refused, .to(.acknowledged), .to(.acknowledged)]),
    ("reopen without reason", Reopen(reason: " \n"), [.refused, .refused, .refused, .refused, .refused]),
  ]

  @Test("do in each status what the life cycle says, or refuse in a sentence", arguments: commands.indices)
  func table(index: Int) throws {
    let (name, command, answers) = Self.commands[index]
    for (status, answer) in zip(Status.allCases, answers) {
      var scenario = try LifeCycleTests.scenario(in: status)
      let before = scenario.incident
      do {
        try scenario.perform(command, by: .tom, at: "10:55")
        #expect(answer == .to(scenario.incident.status), "\(name) in \(status)")
        #expect(scenario.incident.revision > before.revision)
      } catch {
        #expect(answer == .refused, "\(name) in \(status): \(error.sentence)")
        #expect(scenario.incident == before)
        #expect(error.sentence.first?.isUppercase == true && error.sentence.contains(" "))
      }
    }
  }

  @Test("know an incident from an empty stream")
  func unknown() {
    var scenario = IncidentScenario()
    #expect(throws: IncidentRefusal.unknownIncident) { try scenario.perform(Acknowledge()) }
  }

  @Test("declaring makes an incident that its declarer has")
  func declare() throws {
    let scenario = try IncidentScenario.declared(.sev2, impactStarted: TimePoint(.at("09:40"), .approximate))
    let incident = scenario.incident
    #expect(incident.status == .acknowledged && incident.isSeverityConfirmed && incident.acknowledgedBy == "lea")
    #expect(incident.number == 1 && incident.tier == 1 && incident.service == "checkout" && incident.revision == 1)
    #expect(incident.times.declared == TimePoint(.at("10:00")) && incident.times.detected == TimePoint(.at("10:00")))
    #expect(incident.times.impactStarted == TimePoint(.at("09:40"), .approximate))
    #expect(incident.severityLabel == "SEV2" && incident.owner == "lea")
  }

  @Test("declaring wants a title, and an impact that has begun")
  func declareRefusals() {
    var scenario = IncidentScenario()
    #expect(throws: IncidentRefusal.emptyText("The title")) {
      try scenario.declare(Declare(title: " \t\n", severity: .sev1))
    }
    #expect(throws: IncidentRefusal.timeInFuture(.at("10:01"))) {
      try scenario.declare(Declare(title: "T", severity: .sev1, impactStarted: TimePoint(.at("10:01"))))
    }
    #expect(throws: Never.self) { try scenario.declare(Declare(title: "  T  ", severity: .sev1, service: "  ")) }
    #expect(scenario.incident.title == "T" && scenario.incident.service == nil)
  }

  @Test("acknowledging confirms the severity and declares; of two the first by stamp counts")
  func acknowledge() throws {
    var scenario = IncidentScenario.triggered()
    #expect(scenario.incident.severityLabel == "SEV1?" && scenario.incident.owner == nil)
    try scenario.perform(Acknowledge(), at: "10:05")
    #expect(scenario.incident.severityLabel == "SEV1" && scenario.incident.acknowledgedBy == "lea")
    #expect(scenario.incident.times.declared == TimePoint(.at("10:05")))
    let second = Draft(IncidentAcknowledged(), stream: scenario.stream, happenedAt: .at("10:04"))
    scenario.now = .at("10:06")
    scenario.record([second], by: .tom)
    #expect(scenario.incident.acknowledgedBy == "lea" && scenario.incident.acknowledgedAt == .at("10:05"))
    #expect(IncidentFold.state(of: scenario.stream, from: scenario.history.reversed()) == scenario.incident)
  }

  @Test("giving the acknowledge back leaves the incident to nobody")
  func unacknowledge() throws {
    var scenario = try LifeCycleTests.scenario(in: .acknowledged)
    try scenario.perform(Unacknowledge(reason: "wrong team"), at: "10:07")
    #expect(scenario.incident.acknowledgedBy == nil && scenario.incident.acknowledgedAt == nil)
    #expect(scenario.incident.owner == nil && scenario.incident.isSeverityConfirmed)
    #expect(scenario.due(Clocks.acknowledge) == .at("10:22"))
    try scenario.perform(Acknowledge(), by: .tom, at: "10:09")
    #expect(scenario.incident.acknowledgedBy == "tom" && scenario.incident.times.declared?.at == .at("10:05"))
  }

  @Test("mitigating what nobody had is taking it")
  func mitigateTriggered() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Mitigate(time: GivenTime(.at("10:10"), precision: .minute)), by: .tom, at: "10:20")
    let incident = scenario.incident
    #expect(incident.acknowledgedBy == "tom" && incident.acknowledgedAt == .at("10:20"))
    #expect(incident.times.mitigated == TimePoint(.at("10:10"), .minute) && incident.isSeverityConfirmed)
    #expect(scenario.due(Clocks.update) == .at("10:30"))
  }

  @Test("times given with a command lie in the past and in order")
  func givenTimes() throws {
    var scenario = try LifeCycleTests.scenario(in: .mitigated)
    scenario.now = .at("10:30")
    #expect(throws: IncidentRefusal.timeInFuture(.at("10:31:01"))) {
      try scenario.perform(Resolve(time: GivenTime(.at("10:31:01"))))
    }
    #expect(throws: IncidentRefusal.timesOutOfOrder(earlier: "mitigation", later: "resolution")) {
      try scenario.perform(Resolve(time: GivenTime(.at("10:19"))))
    }
    var early = try LifeCycleTests.scenario(in: .acknowledged)
    #expect(throws: IncidentRefusal.timesOutOfOrder(earlier: "impact start", later: "mitigation")) {
      try early.perform(Mitigate(time: GivenTime(.at("09:57"))))
    }
    #expect(throws: Never.self) { try scenario.perform(Resolve(time: GivenTime(.at("10:31")))) }
  }

  @Test("resolving sets the mitigation where nobody had, and keeps the proof")
  func resolve() throws {
    var scenario = try LifeCycleTests.scenario(in: .acknowledged)
    try scenario.perform(Resolve(verifiedBy: "  probe ", note: "rolled back"), at: "10:40")
    #expect(scenario.incident.times.mitigated?.at == .at("10:40") && scenario.incident.verification == "probe")
    #expect(scenario.incident.resolution == .fixed)
    try scenario.perform(Reopen(reason: "back"), by: .tom, at: "11:00")
    #expect(scenario.incident.times.resolved == nil && scenario.incident.verification == nil)
    #expect(scenario.incident.acknowledgedBy == "lea" && scenario.incident.resolution == nil)
  }

  @Test("only major, counted, real incidents owe a post-mortem")
  func owes() throws {
    for (severity, owes) in [(Severity.sev1, true), (.sev2, true), (.sev3, false), (.sev4, false)] {
      var scenario = try IncidentScenario.declared(severity)
      try scenario.perform(Resolve(), at: "10:10")
      #expect(scenario.incident.owesPostMortem == owes)
      if owes {
        #expect(throws: IncidentRefusal.postMortemOwed) { try scenario.perform(Close()) }
      } else {
        try scenario.perform(Close())
        #expect(scenario.incident.status == .closed)
      }
    }
    var cancelled = try IncidentScenario.declared()
    try cancelled.perform(Cancel(because: .duplicate))
    #expect(!cancelled.incident.owesPostMortem && cancelled.incident.closedAt == .at("10:00"))
  }

  @Test("every refusal is a whole sentence")
  func sentences() {
    let refusals: [IncidentRefusal] = [
      .unknownIncident, .wrongStatus(verb: "resolve it", status: .closed, allowed: [.acknowledged, .mitigated]),
      .alreadySo("it is so"), .reasonNeeded("Reopening"), .emptyText("The title"),
      .timesOutOfOrder(earlier: "detection", later: "resolution"), .timeInFuture(.at("10:00")),
      .promiseInPast(.at("10:00")), .promiseTooLate(latest: .at("10:30"), .sev1), .postMortemOwed, .needsResolution,
      .notCorrectable(kind: "deadline.set"), .noSuchEntry("a-1"), .nothingToUndo("nothing was done"),
      .revisionChanged(seen: 1, now: 2, difference: "tom: Mitigated"), .confirmationNeeded(target: "1"),
    ]
    for refusal in refusals {
      #expect(refusal.sentence.first?.isLowercase == false)
      #expect(refusal.sentence.last == "." || refusal.sentence.hasSuffix("--confirm 1."))
    }
    #expect(
      refusals[1].sentence
        == "Cannot resolve it: the incident is closed, and only acknowledged or mitigated ones can be.")
  }
}
