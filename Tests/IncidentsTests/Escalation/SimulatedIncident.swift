import EventLog
import Incidents
import TestSupport
import Testing

/// One incident of the simulated year: alerts, people and a host whose watch goes away and whose clock jumps.
struct SimulatedIncident {
  /// What somebody does at a moment of true time.
  enum Act {
    case acknowledge(String)
    /// The network loses it: the person believes it was said.
    case lostAcknowledge
    case giveBack(String)
    case mitigate
    case resolve
    case alert(Severity)
    case setSeverity(Severity)
    case hold(EscalationHold?)
    case duty(String, String?)
    case silenceRunsOut
  }

  let seed: Int
  let severity: Severity
  let start: Instant
  let time: WatchedTime
  private(set) var acts: [(at: Instant, act: Act)]
  private(set) var played: EscalationScenario
  /// When each page went out, by true time.
  private(set) var sent: [(at: Instant, letter: PageLetter)] = []
  private(set) var looks = 0

  /// - Parameter isPlain: nothing but restarts, jumps and acknowledges, some of them lost; else everything that can happen.
  init(seed: Int, isPlain: Bool) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    self.seed = seed
    severity = [.sev1, .sev1, .sev2, .sev3, .sev4][numbers.below(5)]
    start = Instant.at("2026-01-01T00:00:00Z") + .seconds(Int64(numbers.below(365 * 86_400)))
    time = WatchedTime(from: start, &numbers)
    played = EscalationScenario(severity, at: time.wall(at: start))
    acts = []
    if isPlain { planAnswer(&numbers) } else { planEverything(&numbers) }
    acts = acts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private mutating func planAnswer(_ numbers: inout SeededNumbers) {
    guard numbers.below(8) > 0 else { return }
    // Often at the very second of a level.
    let minutes = numbers.below(2) == 0 ? [0, 15, 30, 45, 60, 105][numbers.below(6)] : numbers.below(400)
    var at = start + .minutes(Int64(minutes)) + .seconds(numbers.below(2) == 0 ? 0 : Int64(numbers.below(60)))
    while numbers.below(3) == 0 {
      acts.append((at, .lostAcknowledge))
      at = at + .seconds(Int64(1 + numbers.below(1_200)))
    }
    acts.append((at, .acknowledge(["mira", "tom", "jon"][numbers.below(3)])))
  }

  private mutating func planEverything(_ numbers: inout SeededNumbers) {
    var at = start
    for _ in 0..<(4 + numbers.below(12)) {
      at = at + .minutes([0, 1, 3, 5, 10, 15, 30, 61][numbers.below(8)]) + .seconds(Int64(numbers.below(2) * 20))
      let person = ["mira", "tom", "anna", "jon"][numbers.below(4)]
      let any = [Severity.sev1, .sev2, .sev3, .sev4][numbers.below(4)]
      let act: Act =
        switch numbers.below(14) {
        case 0, 1, 2: .acknowledge(person)
        case 3, 4: .giveBack(person)
        case 5: .mitigate
        case 6: .resolve
        case 7, 8: .alert(any)
        case 9: .setSeverity(any)
        case 10:
          .hold(
            EscalationHold(
              id: "silence:\(acts.count)",
              until: numbers.below(4) == 0 ? nil : time.wall(at: at) + .minutes(Int64(numbers.below(90))),
              severities: numbers.below(2) == 0 ? nil : [any], because: "known"))
        case 11: .hold(nil)
        case 12: .duty(["primary", "secondary", "commander"][numbers.below(3)], numbers.below(2) == 0 ? nil : person)
        default: .silenceRunsOut
        }
      acts.append((at, act))
    }
  }

  /// Plays it until half a day has passed. Whoever acts at the moment of a page comes first.
  mutating func play() {
    played.scenario.receive(.sample(startsAt: played.scenario.now))
    var at = start
    let end = start + .hours(12)
    var edges = time.edges.sorted()
    act(until: at)
    look(at: at)
    while looks < 5_000 {
      let wake = played.nextAt.map { time.first(from: at, wallAt: $0) }
      guard let next = [acts.first?.at, wake, edges.first].compactMap({ $0 }).min(), next <= end else { return }
      at = max(at, next)
      edges.removeAll { $0 <= at }
      played.scenario.now = time.wall(at: at)
      act(until: at)
      look(at: at)
    }
    Issue.record("seed \(seed) comes to no end")
  }

  private mutating func act(until instant: Instant) {
    while let first = acts.first, first.at <= instant {
      acts.removeFirst()
      perform(first.act)
    }
  }

  private mutating func look(at instant: Instant) {
    guard time.isWatched(at: instant) else { return }
    looks += 1
    played.scenario.now = time.wall(at: instant)
    let before = played.incident
    let letters = played.look()
    sent += letters.map { (instant, $0) }
    check(before, letters)
  }

  private mutating func perform(_ act: Act) {
    switch act {
    case .acknowledge(let person): command(Acknowledge(), person)
    case .lostAcknowledge: break
    case .giveBack(let person): command(Unacknowledge(), person)
    case .mitigate: command(Mitigate(), "mira")
    case .resolve: command(Resolve(verifiedBy: "probe"), "mira")
    case .alert(let severity):
      played.scenario.admission.bySeverityLabel["critical"] = .opens(severity)
      played.scenario.receive(
        .sample(fingerprint: "f\(played.scenario.history.count)", startsAt: played.scenario.now))
    case .setSeverity(let severity): command(SetSeverity(severity, reason: "seen"), "jon")
    case .hold(let hold): played.holds = hold.map { [$0] } ?? []
    case .duty(let role, let person): played.team.duty[role] = person
    case .silenceRunsOut:
      let timeOut = TimeOutAcknowledge(lastEntryAt: played.incident.lastEventAt)
      _ = try? played.scenario.perform(timeOut, by: .serve)
    }
  }

  private mutating func command(_ command: any IncidentCommand, _ person: String) {
    _ = try? played.scenario.perform(command, by: .person(person))
  }

  // MARK: - What always holds

  private func check(_ before: Incident, _ letters: [PageLetter]) {
    let after = played.incident
    let now = played.scenario.now
    let place = "seed \(seed) at \(now.rfc3339)"
    let again = EscalationStep.due(on: after, facts: played.facts())
    #expect(again.drafts.isEmpty && again.letters.isEmpty, "\(place): said twice: \(again.drafts.map(\.kind))")
    if let next = again.nextAt { #expect(next > now, "\(place): left undone") }
    #expect(Set(played.letters.map(\.key)).count == played.letters.count, "\(place): one key, two pages")
    guard !letters.isEmpty else { return }
    let asksOwner = before.call?.reason == .raised || before.call?.reason == .firesAgain
    let ranOut = before.status == .acknowledged && after.status == .triggered
    #expect(before.isEscalating || asksOwner || ranOut, "\(place): nobody had to be woken")
    let severities = [before.severity, after.escalation?.severity ?? before.severity]
    let isHeld = played.holds.contains { hold in
      severities.allSatisfy { hold.concerns($0) } && hold.until.map { $0 > now } ?? true
    }
    #expect(!isHeld, "\(place): paged although it is kept back")
    for letter in letters {
      #expect(!letter.because.isEmpty)
      let hasSaidSo = after.escalation?.acknowledgedBy.contains(letter.person) == true
      #expect(letter.person == after.owner || !hasSaidSo, "\(place)")
    }
  }
}
