import EventLog

/// Where a run of the escalation begins, and why.
struct EscalationStart {
  /// The first level that is paged.
  private(set) var level: Int
  /// What the times of the levels count from.
  private(set) var anchor: Instant
  /// The person who is paged in place of that level.
  private(set) var firstTo: String?
  private(set) var because: String

  /// Levels that were passed are not caught up with: those behind the first keep their distance to it. Only what an
  /// alert made worse counts from the first page of all.
  init(of incident: Incident, policy: EscalationPolicy, now: Instant) {
    let severity = incident.severity
    let last = incident.escalation
    var first = policy.numbers(on: severity).first ?? 1
    var start: Instant?
    switch incident.call?.reason {
    case .givenBack:
      let person = incident.call?.person ?? "somebody"
      first = Self.ownLevel(of: person, on: incident, policy: policy) ?? first
      because = "\(person) gave it back"
    case .timedOut:
      firstTo = incident.call?.person
      because = "\(firstTo ?? "somebody") had it and fell silent"
    case .unanswered:
      let isRaised = !incident.isSeverityConfirmed
      start = isRaised ? last?.firstPageAt : nil
      let what = isRaised ? "an alert raised it to \(severity.name)" : "its alert fires again"
      because = "\(what) and \(incident.call?.person ?? "nobody") did not answer"
    case .firesAgain, .raised: because = "its alert fires again and nobody has it"
    case nil:
      if let last { first = max(last.level, first) }
      because = last == nil ? "nobody has it yet" : "nobody has it again"
    }
    level = policy.nearest(to: first, on: severity) ?? first
    anchor = start ?? now - (policy.level(level)?.after[severity] ?? .zero)
  }

  /// The level whose target somebody was paged as.
  private static func ownLevel(of person: String, on incident: Incident, policy: EscalationPolicy) -> Int? {
    let targets = Set(incident.pages.filter { $0.person == person }.compactMap(\.target))
    return policy.levels.firstIndex { level in level.targets.contains { targets.contains($0.name) } }.map { $0 + 1 }
  }
}
