package import EventLog

/// The escalation of an incident as its events have it: how far it came, and what comes next.
package struct Escalation: Hashable, Sendable, Codable {
  /// A level that was reached in this round, and whom it meant.
  package struct Reached: Hashable, Sendable, Codable {
    package var level: Int
    package var targets: [EscalationTarget]
  }

  /// Counted from 1 in its incident: a new one begins each time the incident is nobody's again.
  package var run: Int
  /// As it was when the first run began.
  package var policy: EscalationPolicy
  /// Whose times count; it follows alerts up and people down.
  package var severity: Severity
  /// Since when these times count: nothing was due before.
  package var since: Instant
  /// Why it began, in words.
  package var because: String
  /// The person who is paged in place of the first level.
  package var firstTo: String?
  /// The first page of the incident, whichever run it was in.
  package var firstPageAt: Instant?
  /// What the times of this round's levels count from.
  package var anchor: Instant
  /// Counted from 1; each further one is a repetition.
  package var round = 1
  /// The last level reached, or passed over when this run began; 0 for none.
  package var level: Int
  package var levelAt: Instant?
  /// The last level had nobody new to page.
  package var isPassedOn = false
  package var reached: [Reached] = []
  /// Since when a page that is due is kept back.
  package var heldSince: Instant?
  /// How many people have to acknowledge before it stops.
  package var wanted = 1
  package var acknowledgedBy: [String] = []
  package var stoppedAt: Instant?
  package var stoppedBecause: EscalationStopped.Reason?

  package var isRunning: Bool { stoppedAt == nil }

  /// More people than have said so must have it.
  package var wantsMore: Bool { isRunning && acknowledgedBy.count < wanted }

  /// What is to be paged next.
  package struct Next: Hashable, Sendable {
    package var round: Int
    package var level: Int
    package var dueAt: Instant
    package var targets: [EscalationTarget]
    /// Further targets of a level that was reached already, because the severity rose.
    package var isMore = false
  }

  /// Nil where it has stopped, or has come to its end.
  package var next: Next? {
    guard isRunning else { return nil }
    return missing ?? higher ?? repeated
  }

  private var missing: Next? {
    for place in reached {
      guard let level = policy.level(place.level), let after = level.after[severity] else { continue }
      let targets = level.targets(on: severity).filter { !place.targets.contains($0) }
      if !targets.isEmpty {
        return Next(round: round, level: place.level, dueAt: anchor + after, targets: targets, isMore: true)
      }
    }
    return nil
  }

  private var higher: Next? {
    guard let number = policy.numbers(on: severity).first(where: { $0 > level }), let level = policy.level(number),
      let after = level.after[severity]
    else { return nil }
    var due = anchor + after
    if isPassedOn, let levelAt { due = min(due, levelAt) }
    return Next(round: round, level: number, dueAt: due, targets: level.targets(on: severity))
  }

  private var repeated: Next? {
    guard let repetition = policy.repetitions[severity], round <= repetition.most, let levelAt,
      let number = policy.numbers(on: severity).first, let level = policy.level(number)
    else { return nil }
    return Next(
      round: round + 1, level: number, dueAt: levelAt + repetition.after, targets: level.targets(on: severity))
  }
}
