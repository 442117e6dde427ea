package import EventLog

/// Who is woken, in which order and when, until somebody has it. An incident keeps the policy that was in force when
/// its escalation began.
package struct EscalationPolicy: Hashable, Sendable, Codable {
  /// One step of the escalation.
  package struct Level: Hashable, Sendable, Codable {
    package var targets: [EscalationTarget]
    /// Who is paged beside them, on these severities alone.
    package var also: [Severity: [EscalationTarget]]
    /// How long after the first page; a severity without one never comes to this level.
    package var after: [Severity: Span]
    /// How many people must have acknowledged before the escalation stops, once it has come this far.
    package var acknowledgements: Int

    package init(
      _ targets: [EscalationTarget], also: [Severity: [EscalationTarget]] = [:], after: [Severity: Span],
      acknowledgements: Int = 1
    ) {
      self.targets = targets
      self.also = also
      self.after = after
      self.acknowledgements = acknowledgements
    }

    package func targets(on severity: Severity) -> [EscalationTarget] {
      targets + (also[severity] ?? []).filter { !targets.contains($0) }
    }
  }

  /// How often all levels are gone through again where nobody answers.
  package struct Repetition: Hashable, Sendable, Codable {
    /// How long after the last level.
    package var after: Span
    package var most: Int

    package init(after: Span, most: Int) {
      self.after = after
      self.most = most
    }
  }

  /// Hours of the day in which some severities wake nobody; the pages wait for their end.
  package struct QuietHours: Hashable, Sendable, Codable {
    package var severities: [Severity]
    /// Minutes since midnight on the wall clock of the zone, 0 to 1439.
    package var from: Int
    /// The same; before `from` where the hours go over midnight.
    package var until: Int
    /// A name of the IANA database.
    package var zone: String

    package init(severities: [Severity], from: Int, until: Int, zone: String) {
      self.severities = severities
      self.from = from
      self.until = until
      self.zone = zone
    }
  }

  package var levels: [Level]
  package var repetitions: [Severity: Repetition]
  /// Severities whose pages are only told, and wake nobody.
  package var notices: [Severity]
  package var quiet: QuietHours?

  package init(
    levels: [Level] = EscalationPolicy.shippedLevels,
    repetitions: [Severity: Repetition] = EscalationPolicy.shippedRepetitions, notices: [Severity] = [.sev4],
    quiet: QuietHours? = nil
  ) {
    self.levels = levels
    self.repetitions = repetitions
    self.notices = notices
    self.quiet = quiet
  }

  package static let shippedLevels = [
    Level(
      [.primary], also: [.sev1: [.commander]], after: [.sev1: .zero, .sev2: .zero, .sev3: .zero, .sev4: .zero]),
    Level([.secondary, .primary], after: [.sev1: .minutes(15), .sev2: .minutes(15), .sev3: .minutes(30)]),
    Level([.commander], after: [.sev1: .minutes(30), .sev2: .minutes(30), .sev3: .minutes(60)]),
    Level([.manager], after: [.sev1: .minutes(45), .sev2: .minutes(60)]),
  ]

  package static let shippedRepetitions: [Severity: Repetition] = [
    .sev1: Repetition(after: .minutes(60), most: 3), .sev2: Repetition(after: .minutes(60), most: 2),
  ]

  /// A level by its number, counted from 1.
  package func level(_ number: Int) -> Level? { levels.indices.contains(number - 1) ? levels[number - 1] : nil }

  /// The numbers of the levels that a severity comes to, in order.
  package func numbers(on severity: Severity) -> [Int] {
    levels.indices.filter { levels[$0].after[severity] != nil }.map { $0 + 1 }
  }

  /// The level itself where the severity comes to it, else the last one before it, else the first.
  func nearest(to number: Int, on severity: Severity) -> Int? {
    let numbers = numbers(on: severity)
    return numbers.last { $0 <= number } ?? numbers.first
  }

  /// The targets of a level that no level before it has: without them the level brings nobody new.
  func ownTargets(of number: Int, on severity: Severity) -> [EscalationTarget] {
    guard let level = level(number) else { return [] }
    let earlier = levels.prefix(number - 1).flatMap(\.targets)
    let own = level.targets(on: severity).filter { !earlier.contains($0) }
    return own.isEmpty ? level.targets(on: severity) : own
  }
}
