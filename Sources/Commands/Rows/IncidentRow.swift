package import EventLog
package import Incidents

/// An incident as lists show it and as `incident list --json` prints it.
package struct IncidentRow: Hashable, Sendable {
  package var id: StreamID
  package var number: Int
  /// What is shown for the number ("42"; "42b" where two files took 42 while apart).
  package var label: String
  package var revision: Int
  package var title: String
  package var severity: Severity
  package var isSeverityConfirmed: Bool
  /// False where no document and no person says how bad it was; what `severity` holds then only sorts.
  package var isSeverityStated: Bool
  package var status: Status
  package var resolution: Resolution?
  package var service: String?
  package var tier: Int?
  package var isDrill: Bool
  package var impactStartedAt: Instant?
  package var detectedAt: Instant?
  package var declaredAt: Instant?
  package var acknowledgedAt: Instant?
  package var acknowledgedBy: String?
  package var mitigatedAt: Instant?
  package var resolvedAt: Instant?
  package var closedAt: Instant?
  package var openedAt: Instant
  package var commander: String?
  package var alertsFiring: Int
  package var deadlines: [Deadline]
  /// True while its recovery waits for a check that proves it.
  package var needsVerification: Bool
  /// Until when it may rest.
  package var snoozedUntil: Instant?
  package var mergedInto: StreamID?
  package var suspectedParent: StreamID?
  /// What is shown for the number of the incident that it is part of, or probably follows from.
  package var parentLabel: String?
  /// Who is asked to take command.
  package var offeredTo: String?
  /// Where another pager wakes people for its service: which, and what it said last.
  package var pager: PagerRow?
  /// When a person last wrote something; known only where silence matters.
  package var lastWordAt: Instant?
  /// How far its pages have come; nil where Sitrep is not the pager of its service and nobody was paged by hand.
  package var paging: PagingRow?

  package init(
    id: StreamID, number: Int, label: String, revision: Int, title: String, severity: Severity,
    isSeverityConfirmed: Bool, isSeverityStated: Bool = true, status: Status, resolution: Resolution? = nil,
    service: String? = nil,
    tier: Int? = nil, isDrill: Bool = false, impactStartedAt: Instant? = nil, detectedAt: Instant? = nil,
    declaredAt: Instant? = nil, acknowledgedAt: Instant? = nil, acknowledgedBy: String? = nil,
    mitigatedAt: Instant? = nil, resolvedAt: Instant? = nil, closedAt: Instant? = nil, openedAt: Instant,
    commander: String? = nil, alertsFiring: Int = 0, deadlines: [Deadline] = [], needsVerification: Bool = false,
    snoozedUntil: Instant? = nil, mergedInto: StreamID? = nil, suspectedParent: StreamID? = nil,
    parentLabel: String? = nil, offeredTo: String? = nil, pager: PagerRow? = nil, lastWordAt: Instant? = nil,
    paging: PagingRow? = nil
  ) {
    self.id = id
    self.number = number
    self.label = label
    self.revision = revision
    self.title = title
    self.severity = severity
    self.isSeverityConfirmed = isSeverityConfirmed
    self.isSeverityStated = isSeverityStated
    self.status = status
    self.resolution = resolution
    self.service = service
    self.tier = tier
    self.isDrill = isDrill
    self.impactStartedAt = impactStartedAt
    self.detectedAt = detectedAt
    self.declaredAt = declaredAt
    self.acknowledgedAt = acknowledgedAt
    self.acknowledgedBy = acknowledgedBy
    self.mitigatedAt = mitigatedAt
    self.resolvedAt = resolvedAt
    self.closedAt = closedAt
    self.openedAt = openedAt
    self.commander = commander
    self.alertsFiring = alertsFiring
    self.deadlines = deadlines
    self.needsVerification = needsVerification
    self.snoozedUntil = snoozedUntil
    self.mergedInto = mergedInto
    self.suspectedParent = suspectedParent
    self.parentLabel = parentLabel
    self.offeredTo = offeredTo
    self.pager = pager
    self.lastWordAt = lastWordAt
    self.paging = paging
  }

  /// "SEV1", with a question mark while no person has confirmed it; "SEV?" where nobody ever said.
  package var severityLabel: String {
    isSeverityStated ? severity.name + (isSeverityConfirmed ? "" : "?") : Severity.unstatedLabel
  }

  /// The open promise that ends first.
  package var nextDeadline: Deadline? { deadlines.filter(\.isOpen).min { $0.dueAt < $1.dueAt } }

  package func isSnoozed(at now: Instant) -> Bool { snoozedUntil.map { $0 > now } ?? false }

  /// A SEV1 that somebody works on wants a word at least this often.
  package static let wordEvery = Span.minutes(10)

  /// Whether silence on it is worth a nudge.
  package var wantsWords: Bool { severity == .sev1 && (status == .acknowledged || status == .mitigated) }

  /// When the next word is due, as a promise that nobody made and that no verdict rests on; nil where silence is no
  /// matter.
  package func wordDue(at now: Instant) -> Deadline? {
    guard wantsWords, !isSnoozed(at: now), let lastWordAt else { return nil }
    return Deadline(
      kind: "word", dueAt: lastWordAt + Self.wordEvery, target: commander ?? acknowledgedBy,
      rule: "SEV1: a word every \(Self.wordEvery.words)")
  }

  /// For how long nobody wrote a word that was due; nil where none is.
  package func silence(at now: Instant) -> Span? {
    guard wantsWords, !isSnoozed(at: now), let lastWordAt, lastWordAt + Self.wordEvery <= now else { return nil }
    return now - lastWordAt
  }

  package func isOverdue(at now: Instant) -> Bool { deadlines.contains { $0.isOpen && $0.dueAt < now } }
}

extension IncidentRow {
  /// The console's order: unacknowledged by severity, then overdue, then the rest, what may rest and what is over last; the older
  /// number first among equals.
  package static func precedes(_ left: IncidentRow, _ right: IncidentRow, at now: Instant) -> Bool {
    left.urgency(at: now) < right.urgency(at: now)
  }

  /// The rows in the console's order, what probably follows from another one right beneath it.
  package static func arranged(_ rows: [IncidentRow], at now: Instant) -> [IncidentRow] {
    let sorted = rows.sorted { precedes($0, $1, at: now) }
    let listed = Set(sorted.map(\.id))
    let isBeneath = { (row: IncidentRow) in
      row.status.isOpen && row.suspectedParent.map { listed.contains($0) && $0 != row.id } ?? false
    }
    var children = Dictionary(grouping: sorted.filter(isBeneath)) { $0.suspectedParent }
    var result: [IncidentRow] = []
    func add(_ row: IncidentRow) {
      result.append(row)
      for child in children.removeValue(forKey: row.id) ?? [] { add(child) }
    }
    for row in sorted where !isBeneath(row) { add(row) }
    // Two that are suspected to follow from each other stand where they would stand alone.
    for row in sorted where !result.contains(where: { $0.id == row.id }) { result.append(row) }
    return result
  }

  private func urgency(at now: Instant) -> (Int, Int, Int) {
    let group =
      switch status {
      case .triggered: 0
      // A broken promise is seen even where the incident may rest.
      case .acknowledged, .mitigated: isOverdue(at: now) ? 1 : isSnoozed(at: now) ? 3 : 2
      case .resolved: 4
      case .closed: 5
      }
    return (group, severity.rawValue, group >= 4 ? -number : number)
  }
}
