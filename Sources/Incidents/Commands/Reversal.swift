import EventLog

/// How one command is taken back: what it changed stands again as before, and what others changed since stays.
struct Reversal {
  private let target: Event
  /// The incident before the command, just after it with its clocks, and now.
  private let before: Incident
  private let made: Incident
  private let now: Incident

  init(of target: Event, on incident: Incident, history: [Event]) {
    let ordered = history.sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
    let place = ordered.firstIndex { $0.id == target.id } ?? ordered.endIndex
    // The promises that follow from a command are recorded right behind it.
    var end = min(place + 1, ordered.endIndex)
    while end < ordered.endIndex, ordered[end].kind == DeadlineSet.kind { end += 1 }
    self.target = target
    now = incident
    before = IncidentFold.state(of: incident.id, from: Array(ordered[..<place]))
    made = IncidentFold.state(of: incident.id, from: Array(ordered[..<end]))
  }

  /// - Throws: the refusal where somebody changed the same since, or where the command had changed nothing.
  func drafts(at instant: Instant) throws(IncidentRefusal) -> [Draft] {
    var times = IncidentTimes()
    times.impactStarted = try back(\.times.impactStarted)
    times.detected = try back(\.times.detected)
    times.declared = try back(\.times.declared)
    times.mitigated = try back(\.times.mitigated)
    times.resolved = try back(\.times.resolved)
    let undone = CommandUndone(
      target: target.id, what: what, status: try back(\.status),
      resolution: try back(\.resolution), severity: try back(\.severity),
      isSeverityConfirmed: try back(\.isSeverityConfirmed), title: try back(\.title), service: try back(\.service),
      tier: try back(\.tier), times: times, acknowledgedAt: try back(\.acknowledgedAt),
      acknowledgedBy: try back(\.acknowledgedBy), verification: try back(\.verification), roles: try rolesBack(),
      offers: try back(\.offers), closedAt: try back(\.closedAt), waiver: try back(\.waiver))
    guard made.revision != before.revision else { throw .nothingToUndo("it had changed nothing") }
    let kinds = [Clocks.acknowledge, Clocks.update, Clocks.publicUpdate, Clocks.recovery, Clocks.selfHeal]
    return [now.draft(undone, at: instant)]
      + kinds.compactMap { promiseBack($0, at: instant) }.map { now.draft($0, at: instant) }
  }

  /// What is undone, without anybody's reasons and notes: they stay in their own event alone, where a redaction finds
  /// them.
  private var what: String {
    var plain = target
    if var object = target.payload.flatMap({ PayloadText.decode(JSONValue.self, from: $0) })?.object {
      for name in ["reason", "note", "waiver"] { object[name] = nil }
      plain.payload = PayloadText.encode(JSONValue.object(object))
    }
    return IncidentFold.text(of: plain) ?? target.kind
  }

  private func back<Value: Equatable>(_ field: KeyPath<Incident, Value>) throws(IncidentRefusal) -> Value {
    if before[keyPath: field] == made[keyPath: field] { return now[keyPath: field] }
    guard made[keyPath: field] == now[keyPath: field] else {
      throw .nothingToUndo("somebody changed the same since")
    }
    return before[keyPath: field]
  }

  private func rolesBack() throws(IncidentRefusal) -> [RoleInterval] {
    var roles: [RoleInterval] = now.roles
    for role in Role.allCases {
      let was = before.roles.filter { $0.role == role }
      let became = made.roles.filter { $0.role == role }
      guard was != became else { continue }
      guard became == now.roles.filter({ $0.role == role }) else {
        throw .nothingToUndo("somebody else became \(role.rawValue) since")
      }
      roles.removeAll { $0.role == role }
      roles += was
    }
    return roles
  }

  /// A promise that the command started, moved or ended runs as it ran before, unless it went on since.
  private func promiseBack(_ kind: String, at instant: Instant) -> DeadlineSet? {
    let was = before.deadlines.open(kind)
    let runs = now.deadlines.open(kind)
    guard was?.dueAt != made.deadlines.open(kind)?.dueAt, made.deadlines.open(kind)?.dueAt == runs?.dueAt else {
      return nil
    }
    if let was {
      return DeadlineSet(kind, dueAt: was.dueAt, movedFrom: runs?.dueAt, target: was.target, rule: was.rule)
    }
    return runs.map {
      DeadlineSet(kind, dueAt: $0.dueAt, voidedAt: instant, target: $0.target, rule: $0.rule)
    }
  }
}
