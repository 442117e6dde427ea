import EventLog
import Incidents
import TestSupport

/// A walk of random commands, alerts and moments through one incident.
struct RandomWalk {
  private(set) var scenario: IncidentScenario
  private var numbers: SeededNumbers
  private(set) var refused = 0
  private(set) var taken = 0

  init(seed: UInt64) throws {
    numbers = SeededNumbers(seed: seed)
    scenario = IncidentScenario()
    if Bool.random(using: &numbers) {
      try scenario.declare(Declare(title: "T", severity: .sev2, service: "checkout"))
    } else {
      scenario.receive(.sample(severity: ["critical", "warning"].randomElement(using: &numbers)))
    }
  }

  mutating func step() {
    let minutes: Int64 = [0, 0, 1, 1, 2, 5, 11, 31].randomElement(using: &numbers) ?? 0
    scenario.now = scenario.now + .minutes(minutes) + .milliseconds(.random(in: 0...999, using: &numbers))
    if Int.random(in: 0..<5, using: &numbers) == 0 { return signal() }
    let actor = [Actor.lea, .lea, .tom].randomElement(using: &numbers) ?? .lea
    do {
      let chosen = command()
      try scenario.perform(chosen, by: chosen is SelfHeal || chosen is TimeOutAcknowledge ? .serve : actor)
      taken += 1
    } catch {
      refused += 1
    }
  }

  private mutating func signal() {
    let fingerprint = ["a1", "b2", "c3"].randomElement(using: &numbers) ?? "a1"
    let severity = ["critical", "warning", "low"].randomElement(using: &numbers)
    let reading = AlertReading.sample(fingerprint: fingerprint, severity: severity, startsAt: scenario.now)
    scenario.receive(Bool.random(using: &numbers) ? reading : reading.ended(at: scenario.now))
  }

  private mutating func command() -> any IncidentCommand {
    switch Int.random(in: 0..<34, using: &numbers) {
    case 24...32: return roomCommand()
    case 0, 1: return Acknowledge()
    case 2: return Unacknowledge()
    case 3: return Mitigate(time: time())
    case 4: return Resolve(verifiedBy: Bool.random(using: &numbers) ? "probe" : nil, time: time())
    case 5: return Close(waiver: Bool.random(using: &numbers) ? "none needed" : nil)
    case 6:
      return Int.random(in: 0..<4, using: &numbers) == 0
        ? Cancel(because: Resolution.allCases.randomElement(using: &numbers) ?? .fixed) : Log("not cancelled")
    case 7, 8: return Reopen(reason: "again")
    case 9, 10: return SetSeverity(Severity.allCases.randomElement(using: &numbers) ?? .sev1, reason: "r")
    case 11:
      return AssignRole(Role.allCases.randomElement(using: &numbers) ?? .scribe, person: person(), reason: person())
    case 12, 13: return SetTimes(times(), reason: "log")
    case 14: return Edit(title: "T\(Int.random(in: 0...3, using: &numbers))", service: person())
    case 15: return SetImpact("Cards")
    case 16, 17: return Log("update", entry: .comms, time: time(), nextUpdateAt: time()?.at)
    case 18: return messageCommand()
    case 19:
      let target = scenario.history.randomElement(using: &numbers)?.id ?? EventID(node: "test", sequence: 1)
      return Correct(
        target, text: Bool.random(using: &numbers) ? "better" : nil, time: time(),
        isRetraction: Int.random(in: 0..<5, using: &numbers) == 0, reason: "r")
    case 20: return SelfHeal()
    default: return Undo()
    }
  }

  private mutating func messageCommand() -> any IncidentCommand {
    let audience = Audience.allCases.randomElement(using: &numbers) ?? .everyone
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: return Log("note", time: time())
    case 1:
      var approval = ApproveMessage("update", for: audience)
      approval.mayApprove = true
      return approval
    case 2: return PaceUpdates(isLong: Bool.random(using: &numbers), reason: person())
    default:
      let next = Bool.random(using: &numbers) ? scenario.now + .minutes(.random(in: -2...300, using: &numbers)) : nil
      return SendMessage(
        "update", to: audience, by: "page", time: time(), nextUpdateAt: next,
        unapproved: Bool.random(using: &numbers) ? "out already" : nil)
    }
  }

  private mutating func roomCommand() -> any IncidentCommand {
    let incident = scenario.incident
    let none = EventID(node: "test", sequence: 1)
    let task = incident.tasks.randomElement(using: &numbers)?.id ?? none
    let decision = incident.decisions.randomElement(using: &numbers)?.id ?? none
    let hypothesis = incident.hypotheses.randomElement(using: &numbers)?.id ?? none
    switch Int.random(in: 0..<23, using: &numbers) {
    case 0, 1, 2: return Delegate("look", to: person() ?? "", within: Bool.random(using: &numbers) ? .minutes(3) : nil)
    case 3: return UnderstandTask(task)
    case 4: return FinishTask(task, note: person())
    case 5: return DropTask(task)
    case 6: return ProposeDecision("roll back", options: ["wait"], within: .minutes(2))
    case 7: return Object(to: decision, "no")
    case 8, 9: return SettleDecision(decision, isMade: Bool.random(using: &numbers), note: person())
    case 10: return AddHypothesis("the disk")
    case 11: return SettleHypothesis(hypothesis, isConfirmed: Bool.random(using: &numbers), evidence: "seen")
    case 12: return OfferRole(.commander, to: person() ?? "tom")
    case 13: return AcceptRole()
    case 14: return DeclineRole()
    case 15: return Snooze(Bool.random(using: &numbers) ? .hours(1) : nil)
    case 17, 18: return SettleHypothesis(hypothesis, isConfirmed: false, evidence: "seen")
    case 16: return LinkEvidence("https://example.org/\(Int.random(in: 0...9, using: &numbers))")
    case 20, 21:
      return JudgeAlert(
        StreamID("alert", ["a1", "b2"].randomElement(using: &numbers) ?? "a1"), name: "A",
        verdict: [AlertVerdict.useful, .noise, nil].randomElement(using: &numbers) ?? nil)
    case 22: return ReportMissingAlert("a probe of \(Int.random(in: 0...3, using: &numbers))")
    default: return TimeOutAcknowledge(lastEntryAt: incident.lastEventAt)
    }
  }

  private mutating func time() -> GivenTime? {
    guard Bool.random(using: &numbers) else { return nil }
    return GivenTime(scenario.now - .minutes(.random(in: -1...40, using: &numbers)), precision: .minute)
  }

  private mutating func times() -> IncidentTimes {
    var times = IncidentTimes()
    let point = time().map { TimePoint($0.at, $0.precision) }
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: times.impactStarted = point
    case 1: times.detected = point
    case 2: times.mitigated = point
    default: times.resolved = point
    }
    return times
  }

  private mutating func person() -> String? { ["lea", "tom", nil].randomElement(using: &numbers) ?? nil }
}
