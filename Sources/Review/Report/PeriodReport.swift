package import EventLog
package import Incidents

/// What happened in a period, in figures: how much, how long, what was promised and kept, what is left to do.
package struct PeriodReport: Hashable, Sendable {
  /// Half-open: from `since` up to `until`.
  package var since: Instant
  package var until: Instant
  /// Those that count, in the order in which they began.
  package var incidents: [ReportIncident]
  package var drills: Int
  /// False alarms, duplicates and cancelled ones: on record, and out of the figures.
  package var excluded: Int
  package var severities: [Severity: Int]
  /// Those that were taken over from documents which state no severity.
  package var unrated: Int
  package var open: Int
  package var figures: [PeriodFigure]
  package var promises: [PromiseCount]
  package var services: [ServiceCount]
  package var overdueActions: [OverdueAction]
  package var openActions: Int
  /// How many began in each of equal stretches of the period.
  package var begun: [Int]
  /// Every rule that fired in the period or was judged, those most to be reconsidered first.
  package var rules: [RuleUse]
  package var missingAlerts: [MissingRule]
  /// Major incidents of earlier years whose day comes round in the week after the period.
  package var anniversaries: [Anniversary]
  package var cost: Cost?

  /// An alert that people missed in an incident.
  package struct MissingRule: Hashable, Sendable {
    package var label: String
    package var service: String?
    /// What should have fired.
    package var text: String
  }

  /// How often a kind of promise was kept and broken.
  package struct PromiseCount: Hashable, Sendable {
    package var kind: String
    package var kept: Int
    package var broken: Int
  }

  /// How much a service went through.
  package struct ServiceCount: Hashable, Sendable {
    package var service: String
    package var count: Int
    /// Nil where no document and no person says how bad any of them was.
    package var worst: Severity?
    /// The sum of the times to recover that are known.
    package var hurt: Span
  }

  /// An action item that was to be done by now.
  package struct OverdueAction: Hashable, Sendable {
    package var incident: StreamID
    package var label: String
    package var item: ActionItem
  }

  /// What the incidents of the period cost at a rate.
  package struct Cost: Hashable, Sendable {
    package var rate: CostRate
    package var total: Int64
    package var counted: Int
    /// Labels of those whose length is not known.
    package var unknown: [String]
  }

  /// - Parameter all: Any incidents; those that began in the period are picked out. Action items that are overdue are
  ///   taken from all of them, for a promise does not end with a period.
  package init(
    of all: [ReportIncident], since: Instant, until: Instant, rate: CostRate? = nil, firings: [AlertFiring] = [],
    anniversaries: [Anniversary] = [], stretches: Int = 24
  ) {
    self.since = since
    self.until = until
    let within = all.filter { $0.start >= since && $0.start < until }.sorted {
      ($0.start, $0.incident.number) < ($1.start, $1.incident.number)
    }
    drills = within.count(where: \.incident.isDrill)
    let real = within.filter { !$0.incident.isDrill }
    let counted = real.filter { $0.incident.resolution?.counts ?? true }
    excluded = real.count - counted.count
    incidents = counted
    let rated = counted.filter(\.incident.isSeverityStated)
    unrated = counted.count - rated.count
    severities = Dictionary(rated.map { ($0.incident.severity, 1) }, uniquingKeysWith: +)
    open = counted.count(where: \.incident.status.isOpen)
    figures = PeriodFigure.all(of: counted)
    promises = Self.promises(of: counted, at: until)
    services = Self.services(of: counted)
    let tasks = all.filter { !$0.incident.isDrill }.flatMap { one in
      one.actions.filter { $0.state == .open }.map {
        OverdueAction(incident: one.incident.id, label: one.label, item: $0)
      }
    }
    openActions = tasks.count
    overdueActions = tasks.filter { $0.item.isOverdue(at: until) }.sorted {
      ($0.item.dueAt ?? until, $0.label, $0.item.number) < ($1.item.dueAt ?? until, $1.label, $1.item.number)
    }
    var begun = [Int](repeating: 0, count: max(stretches, 1))
    let length = max((until - since).milliseconds, 1)
    for one in counted {
      begun[min(Int((one.start - since).milliseconds * Int64(begun.count) / length), begun.count - 1)] += 1
    }
    self.begun = begun
    // A false alarm is out of the figures; that its alert was noise is not.
    rules = RuleUse.all(firings: firings.filter { $0.at >= since && $0.at < until }, incidents: real)
    missingAlerts = real.flatMap { one in
      one.incident.missingAlerts.map { MissingRule(label: one.label, service: one.incident.service, text: $0.text) }
    }
    self.anniversaries = anniversaries
    cost = rate.map { rate in
      let known = counted.compactMap { rate.cost(of: $0.incident) }
      return Cost(
        rate: rate, total: known.reduce(0, +), counted: known.count,
        unknown: counted.filter { rate.cost(of: $0.incident) == nil }.map(\.label))
    }
  }

  private static func promises(of incidents: [ReportIncident], at now: Instant) -> [PromiseCount] {
    var counts: [String: PromiseCount] = [:]
    for deadline in incidents.flatMap({ $0.incident.deadlines + $0.otherDeadlines }) {
      // One that was given up before it was due was never put to the test.
      if deadline.metAt == nil, let voided = deadline.voidedAt, voided <= deadline.dueAt { continue }
      // "task:2" is the second task's: all of them are one kind of promise.
      let kind = String(deadline.kind.prefix { $0 != ":" })
      var count = counts[kind] ?? PromiseCount(kind: kind, kept: 0, broken: 0)
      switch deadline.state(at: now) {
      case .kept: count.kept += 1
      case .broken, .overdue: count.broken += 1
      case .ok, .soon: continue
      }
      counts[kind] = count
    }
    return counts.values.sorted { $0.kind < $1.kind }
  }

  private static func services(of incidents: [ReportIncident]) -> [ServiceCount] {
    Dictionary(grouping: incidents) { $0.incident.service ?? "" }.compactMap { service, group in
      guard !service.isEmpty else { return nil }
      let worst = group.filter(\.incident.isSeverityStated).map(\.incident.severity).min()
      let hurt = group.compactMap { one in
        Figure.all(of: one.incident).first { $0.name == .timeToRecover }?.value?.milliseconds
      }
      return ServiceCount(
        service: service, count: group.count, worst: worst, hurt: Span(milliseconds: hurt.reduce(0, +)))
    }.sorted { ($1.count, $1.hurt, $0.service) < ($0.count, $0.hurt, $1.service) }
  }
}
