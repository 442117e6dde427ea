import EventLog
import Incidents
import TestSupport
import Testing

/// One incident with its pages, played under a clock that the test moves: what is due is performed as in the product,
/// and what it would send stands here.
struct EscalationScenario {
  var scenario: IncidentScenario
  var policy = EscalationPolicy()
  var team = PagingTeam(
    duty: ["primary": "mira", "secondary": "tom", "commander": "anna"], roles: ["manager": ["max"]])
  var holds: [EscalationHold] = []
  private(set) var letters: [PageLetter] = []
  private(set) var nextAt: Instant?
  private(set) var occasions: Set<String> = []

  var incident: Incident { scenario.incident }

  init(_ severity: Severity = .sev1, at now: Instant = .at("10:00"), pager: Service.Pager = .sitrep) {
    scenario = IncidentScenario(
      at: now, services: ["checkout": Service(name: "checkout", tier: 1, pager: pager)])
    scenario.admission.bySeverityLabel["critical"] = .opens(severity)
  }

  /// An alert opened it, and what was due then is done.
  static func triggered(
    _ severity: Severity = .sev1, at now: Instant = .at("10:00"), pager: Service.Pager = .sitrep,
    change: (inout EscalationScenario) -> Void = { _ in }
  ) -> EscalationScenario {
    var played = EscalationScenario(severity, at: now, pager: pager)
    change(&played)
    played.scenario.receive(.sample(startsAt: now))
    played.look()
    return played
  }

  func facts() -> EscalationFacts {
    EscalationFacts(incident: scenario.facts(by: .serve), policy: policy, team: team, holds: holds)
  }

  /// Performs what is due.
  @discardableResult
  mutating func look(at time: String? = nil) -> [PageLetter] {
    if let time { scenario.now = .at(time) }
    if let drafts = try? TimeOutAnswer().drafts(on: incident, facts: scenario.facts(by: .serve)) {
      scenario.record(drafts, by: .serve)
    }
    let outcome = EscalationStep.due(on: incident, facts: facts())
    for draft in outcome.drafts {
      guard let occasion = draft.occasion else { continue }
      #expect(occasions.insert(occasion).inserted, "\(occasion) came twice")
    }
    scenario.record(outcome.drafts, by: .serve)
    letters += outcome.letters
    nextAt = outcome.nextAt
    return outcome.letters
  }

  /// Performs what is due as it becomes due, until an instant and including it.
  mutating func play(until time: String) {
    let end = Instant.at(time)
    while let next = nextAt, next <= end, next > scenario.now {
      scenario.now = next
      look()
    }
    scenario.now = max(end, scenario.now)
    look()
  }

  /// A command and what is due with it.
  mutating func perform(_ command: any IncidentCommand, by actor: Actor = .lea, at time: String) throws {
    try scenario.perform(command, by: actor, at: time)
    look()
  }

  mutating func receive(_ reading: AlertReading, at time: String) {
    scenario.receive(reading, at: time)
    look()
  }

  /// "10:15 tom mira": who was paged when, a line a moment.
  var pages: [String] {
    var lines: [(at: Instant, names: [String])] = []
    for letter in letters {
      if lines.last?.at == letter.at {
        lines[lines.count - 1].names.append(letter.person)
      } else {
        lines.append((letter.at, [letter.person]))
      }
    }
    return lines.map { "\(CivilTime($0.at).timeWords) \($0.names.joined(separator: " "))" }
  }

  /// What the timeline says of pages.
  var story: [String] {
    scenario.history.filter { IncidentFold.label(of: $0) == "page" }.compactMap { event in
      IncidentFold.text(of: event).map { "\(CivilTime(event.happenedAt).timeWords) \($0)" }
    }
  }
}

extension Actor {
  /// People of the team as they act from their phones.
  static func person(_ name: String) -> Actor { Actor(person: name, login: name, via: "tty", assurance: .verified) }
}
