import EventLog

extension IncidentFold {
  /// How many pages a state remembers; those before them are in the log.
  private static let mostPages = 200

  /// Escalation and pages. What belongs to a run that is over, or was reached already, stands on the timeline and
  /// changes nothing.
  /// - Returns: false for a kind that is none of these.
  static func applyPaging(_ event: Event, to incident: inout Incident) -> Bool {
    switch event.kind {
    case EscalationBegan.kind: began(event, &incident)
    case LevelReached.kind:
      guard let body = event.decoded(LevelReached.self), incident.escalation?.run == body.run else { break }
      incident.escalation?.reach(body, at: event.happenedAt)
    case EscalationStopped.kind:
      guard let body = event.decoded(EscalationStopped.self), incident.escalation?.run == body.run,
        incident.escalation?.isRunning == true
      else { break }
      incident.escalation?.stoppedAt = event.happenedAt
      incident.escalation?.stoppedBecause = body.because
    case PageIntended.kind: intended(event, &incident)
    case PageSent.kind:
      guard let body = event.decoded(PageSent.self) else { break }
      if incident.pagedAt.map({ event.happenedAt < $0 }) ?? true { incident.pagedAt = event.happenedAt }
      guard let place = incident.pages.firstIndex(where: { $0.key == body.key }) else { break }
      incident.pages[place].sentAt = min(incident.pages[place].sentAt ?? event.happenedAt, event.happenedAt)
      if !incident.pages[place].sentBy.contains(body.channel) { incident.pages[place].sentBy.append(body.channel) }
    case PageFailed.kind:
      guard let body = event.decoded(PageFailed.self),
        let place = incident.pages.firstIndex(where: { $0.key == body.key })
      else { break }
      incident.pages[place].failedAt = event.happenedAt
      incident.pages[place].failure = body.because
    case PageLeftUnknown.kind:
      guard let body = event.decoded(PageLeftUnknown.self),
        let place = incident.pages.firstIndex(where: { $0.key == body.key })
      else { break }
      incident.pages[place].unknownAt = event.happenedAt
      incident.pages[place].failure = body.because
    case PageWithdrawn.kind:
      guard let body = event.decoded(PageWithdrawn.self),
        let place = incident.pages.firstIndex(where: { $0.key == body.key })
      else { break }
      incident.pages[place].withdrawnAt = event.happenedAt
    case PageSuppressed.kind: suppressed(event, &incident)
    case PagerReported.kind:
      // Two files that were apart may each have taken in a part; the newest word by that pager's clock counts.
      guard let body = event.decoded(PagerReported.self), incident.pager.map({ $0.at <= body.at }) ?? true else {
        break
      }
      incident.pager = body.word
    default: return false
    }
    return true
  }

  /// Of two runs of one number the first counts: two files that were apart both saw that nobody had it.
  private static func began(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(EscalationBegan.self), body.run > incident.escalation?.run ?? 0,
      let policy = incident.escalation?.policy ?? body.policy
    else { return }
    incident.escalation = Escalation(
      run: body.run, policy: policy, severity: body.severity, since: event.happenedAt, because: body.because,
      firstTo: body.firstTo, firstPageAt: incident.escalation?.firstPageAt, anchor: body.anchor, level: body.level - 1)
    incident.call = nil
  }

  private static func intended(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(PageIntended.self) else { return }
    if body.call != nil, body.call == incident.call?.reason { incident.call = nil }
    guard !incident.pages.contains(where: { $0.key == body.key }) else { return }
    incident.pages.append(
      PageRecord(
        key: body.key, person: body.person, target: body.target, run: body.run, round: body.round, level: body.level,
        at: event.happenedAt, isNotice: body.isNotice == true))
    if incident.pages.count > mostPages { incident.pages.removeFirst(incident.pages.count - mostPages) }
  }

  private static func suppressed(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(PageSuppressed.self) else { return }
    incident.heldBack.insert(body.place)
    guard let escalation = incident.escalation, escalation.isRunning, escalation.run == body.run,
      let round = body.round, let level = body.level, (round, level) > (escalation.round, escalation.level)
    else { return }
    incident.escalation?.heldSince = min(escalation.heldSince ?? body.dueAt, body.dueAt)
  }

  /// An alert takes the escalation along when it raises the severity, and asks the owner where there is one. A person
  /// who raises it pages nobody unasked; one who lowers it is followed.
  static func severityMoved(to body: SeveritySet, _ event: Event, _ incident: inout Incident) {
    let isRaised = body.severity < incident.severity
    if body.isConfirmed {
      guard let escalation = incident.escalation else { return }
      incident.escalation?.count(by: max(escalation.severity, body.severity), since: event.happenedAt)
    } else {
      incident.escalation?.count(by: body.severity, since: event.happenedAt)
      guard isRaised, incident.status == .acknowledged, let owner = incident.owner else { return }
      incident.call = WakeCall(.raised, person: owner, at: event.happenedAt)
    }
  }
}

extension PageSuppressed {
  /// What was kept back by what, as one text.
  var place: String {
    hold + "|" + [run, round, level].map { $0.map { String($0) } ?? "" }.joined(separator: ".")
  }
}

extension Escalation {
  mutating func count(by severity: Severity, since instant: Instant) {
    guard isRunning, severity != self.severity else { return }
    self.severity = severity
    since = instant
  }

  mutating func note(acknowledgedBy person: String) {
    if isRunning, !acknowledgedBy.contains(person) { acknowledgedBy.append(person) }
  }

  /// A level that was reached already changes nothing: another file had come to it, too.
  mutating func reach(_ body: LevelReached, at instant: Instant) {
    guard isRunning else { return }
    if body.isMore == true {
      guard body.round == round, let place = reached.firstIndex(where: { $0.level == body.level }) else { return }
      reached[place].targets += body.targets.filter { !reached[place].targets.contains($0) }
      return
    }
    guard (body.round, body.level) > (round, level) else { return }
    if body.round > round {
      round = body.round
      reached = []
      anchor = instant
    } else if let heldSince {
      // What waited takes those behind it along: they keep their distance.
      anchor = anchor + (instant - heldSince)
    }
    heldSince = nil
    level = body.level
    levelAt = instant
    isPassedOn = body.isPassedOn
    reached.append(Reached(level: body.level, targets: body.targets))
    wanted = max(wanted, policy.level(body.level)?.acknowledgements ?? 1)
    firstPageAt = firstPageAt ?? instant
  }
}
