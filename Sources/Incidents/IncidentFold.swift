package import EventLog

/// How an incident's events become its state. Each kind has a stated effect in every state; where the life cycle
/// knows no step, the event stands on the timeline and changes nothing.
package enum IncidentFold: Folding {
  package static let streamKind = "incident"
  package static let version = 6

  package static var payloads: [any EventPayload.Type] {
    [
      IncidentOpened.self, IncidentDeclared.self, IncidentImported.self, IncidentAcknowledged.self,
      IncidentUnacknowledged.self,
      IncidentMitigated.self, IncidentResolved.self, IncidentClosed.self, IncidentCancelled.self,
      IncidentReopened.self, AlertRefired.self, AlertsCleared.self, SeveritySet.self, IncidentEdited.self,
      TimesSet.self, RoleAssigned.self, ImpactSet.self, ReportSet.self, SummarySet.self, MeetingPointSet.self,
      CommandUndone.self, TimelineNoted.self, EntryPinned.self, EntryHidden.self, DeadlineSet.self,
      TaskDelegated.self, TaskUnderstood.self, TaskFinished.self, TaskDropped.self, DecisionProposed.self,
      DecisionObjected.self, DecisionSettled.self, HypothesisAdded.self, HypothesisConfirmed.self,
      HypothesisRuledOut.self, RoleOffered.self, RoleDeclined.self, EvidenceLinked.self, IncidentSnoozed.self,
      AcknowledgeTimedOut.self, IncidentMerged.self, IncidentAbsorbed.self, IncidentSplit.self,
      IncidentReleased.self, ParentSuspected.self, AlertJudged.self, AlertMissed.self, EscalationBegan.self,
      LevelReached.self, EscalationStopped.self, PageIntended.self, PageSent.self, PageFailed.self,
      PageWithdrawn.self, PageSuppressed.self, PageLeftUnknown.self, PagerReported.self, MessageApproved.self,
      LongIncidentSet.self, MessageDelivered.self,
      MessageFailed.self, MessageLeftUnknown.self,
    ]
  }

  package static func initial(_ stream: StreamID) -> Incident { Incident(id: stream) }

  package static func apply(_ event: Event, to incident: inout Incident) {
    // Nothing can have happened to an incident before the event that opened it.
    let opens = [IncidentOpened.kind, IncidentDeclared.kind, IncidentImported.kind]
    guard incident.exists || opens.contains(event.kind) else { return }
    incident.lastEventAt = max(incident.lastEventAt, event.recordedAt)
    switch event.kind {
    case IncidentOpened.kind: opened(event, &incident)
    case IncidentDeclared.kind: declared(event, &incident)
    case IncidentImported.kind: imported(event, &incident)
    case IncidentAcknowledged.kind: acknowledged(event, &incident)
    case IncidentUnacknowledged.kind:
      guard move(&incident, .unacknowledge, event) else { return }
      givenBack(&incident)
      incident.call = WakeCall(.givenBack, person: event.actor.person, at: event.happenedAt)
    case IncidentMitigated.kind: mitigated(event, &incident)
    case IncidentResolved.kind: resolved(event, &incident)
    case IncidentClosed.kind: closed(event, &incident)
    case IncidentCancelled.kind: cancelled(event, &incident)
    case IncidentReopened.kind: reopened(event, &incident)
    case AlertRefired.kind: refired(event, &incident)
    case AlertsCleared.kind:
      incident.areAlertsCleared = true
      incident.alertsClearedAt = event.recordedAt
    case CommandUndone.kind: undone(event, &incident)
    case TimelineNoted.kind: noted(event, &incident)
    case EntryPinned.kind:
      guard let body = event.decoded(EntryPinned.self) else { return }
      if body.isPinned { incident.pinned.insert(body.target) } else { incident.pinned.remove(body.target) }
    case EntryHidden.kind:
      guard let body = event.decoded(EntryHidden.self) else { return }
      if body.isHidden { incident.hidden.insert(body.target) } else { incident.hidden.remove(body.target) }
    case DeadlineSet.kind:
      if let body = event.decoded(DeadlineSet.self) { incident.deadlines.apply(body) }
    default:
      if !applyRoom(event, to: &incident), !applyPaging(event, to: &incident), !applySending(event, to: &incident) {
        applyField(event, to: &incident)
      }
    }
  }

  /// Takes the step that the life cycle knows; false where it knows none.
  static func move(_ incident: inout Incident, _ trigger: LifeCycle.Trigger, _ event: Event) -> Bool {
    guard incident.exists, let next = LifeCycle.next(from: incident.status, trigger) else { return false }
    setStatus(next, at: event.happenedAt, &incident)
    incident.revision += 1
    return true
  }

  static func setStatus(_ status: Status, at: Instant, _ incident: inout Incident) {
    guard incident.status != status || incident.statuses.isEmpty else { return }
    incident.status = status
    if status != .triggered { incident.call = nil }
    // A step that is told late with its true time still begins no earlier than the one before it.
    incident.statuses.append(Interval(status, from: max(at, incident.statuses.last?.from ?? at)))
  }

  private static func opened(_ event: Event, _ incident: inout Incident) {
    guard !incident.exists, let body = event.decoded(IncidentOpened.self) else { return }
    begin(&incident, event, number: body.number, title: body.title, service: body.service, tier: body.tier)
    incident.severity = body.severity
    incident.severities = [Interval(body.severity, from: event.happenedAt)]
    incident.ruleFamily = body.ruleFamily
    incident.admissionKey = body.admissionKey
    incident.times.detected = TimePoint(event.happenedAt, event.precision)
    // A sender without a start time sends year 1, and one whose clock runs ahead a start after the receipt.
    if body.startsAt > Instant(milliseconds: 0) {
      incident.times.impactStarted = TimePoint(min(body.startsAt, event.happenedAt), .approximate)
    }
    setStatus(.triggered, at: event.happenedAt, &incident)
  }

  private static func declared(_ event: Event, _ incident: inout Incident) {
    guard !incident.exists, let body = event.decoded(IncidentDeclared.self) else { return }
    begin(&incident, event, number: body.number, title: body.title, service: body.service, tier: body.tier)
    incident.severity = body.severity
    incident.isSeverityConfirmed = true
    incident.severities = [Interval(body.severity, from: event.happenedAt)]
    incident.times.declared = TimePoint(event.happenedAt, event.precision)
    incident.times.detected = TimePoint(event.happenedAt, event.precision)
    incident.times.impactStarted = body.impactStarted
    incident.acknowledgedAt = event.happenedAt
    incident.acknowledgedBy = event.actor.person
    setStatus(.acknowledged, at: event.happenedAt, &incident)
  }

  /// Closed from the first: nobody here lived through it, so it moves through no status and starts no clock.
  private static func imported(_ event: Event, _ incident: inout Incident) {
    guard !incident.exists, let body = event.decoded(IncidentImported.self) else { return }
    begin(&incident, event, number: body.number, title: body.title, service: body.service, tier: body.tier)
    incident.severity = body.severity ?? .sev3
    // A severity that the document does not state is nobody's word: it never held.
    incident.isSeverityConfirmed = body.severity != nil
    incident.times = body.times
    let began = body.times.impactStarted ?? body.times.detected ?? body.times.resolved
    incident.severities = body.severity.map { [Interval($0, from: began?.at ?? event.happenedAt)] } ?? []
    incident.summary = body.summary
    incident.impact = body.impact
    incident.resolution = body.resolution
    incident.closedAt = event.happenedAt
    incident.admissionKey = ImportIncident.key(body.digest)
    incident.imported = ImportedFrom(
      source: body.source, digest: body.digest, services: body.services, stated: body.stated)
    incident.status = .closed
    incident.statuses = [Interval(.closed, from: event.happenedAt)]
  }

  private static func begin(
    _ incident: inout Incident, _ event: Event, number: Int, title: String, service: String?, tier: Int?
  ) {
    incident.number = number
    incident.title = title
    incident.service = service
    incident.tier = tier
    incident.isDrill = event.drill
    incident.openedAt = event.recordedAt
    incident.revision += 1
  }

  /// Of two acknowledges the first counts; a second one only where the incident is acknowledged in name, because its
  /// alert fired again before anybody ever took it.
  private static func acknowledged(_ event: Event, _ incident: inout Incident) {
    incident.call = nil
    incident.escalation?.note(acknowledgedBy: event.actor.person)
    if incident.status == .acknowledged, incident.acknowledgedBy == nil {
      incident.revision += 1
    } else {
      guard move(&incident, .acknowledge, event) else { return }
    }
    taken(by: event, at: event.happenedAt, &incident)
  }

  /// A person has it: that is the declaration, and it confirms the severity.
  private static func taken(by event: Event, at: Instant, _ incident: inout Incident) {
    incident.acknowledgedAt = at
    incident.acknowledgedBy = event.actor.person
    incident.isSeverityConfirmed = true
    incident.times.declared = incident.times.declared ?? TimePoint(at, event.precision)
  }

  /// It is nobody's again.
  static func givenBack(_ incident: inout Incident) {
    incident.acknowledgedAt = nil
    incident.acknowledgedBy = nil
    incident.snoozedUntil = nil
  }

  private static func mitigated(_ event: Event, _ incident: inout Incident) {
    guard move(&incident, .mitigate, event) else { return }
    // Who mitigates what nobody had acknowledged has taken it thereby, when it was told and not when it was done.
    if incident.acknowledgedBy == nil { taken(by: event, at: event.recordedAt, &incident) }
    incident.times.mitigated = TimePoint(event.happenedAt, event.precision)
  }

  private static func resolved(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(IncidentResolved.self) else { return }
    let trigger: LifeCycle.Trigger = body.resolution == .selfHealed ? .selfHeal : .resolve
    guard move(&incident, trigger, event) else { return }
    incident.resolution = body.resolution
    incident.verification = body.verifiedBy
    incident.times.resolved = TimePoint(event.happenedAt, event.precision)
    incident.times.mitigated = incident.times.mitigated ?? incident.times.resolved
  }

  private static func closed(_ event: Event, _ incident: inout Incident) {
    guard move(&incident, .close, event) else { return }
    incident.closedAt = event.happenedAt
    incident.waiver = event.decoded(IncidentClosed.self)?.waiver
    endRoles(at: event.happenedAt, &incident)
  }

  private static func cancelled(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(IncidentCancelled.self) else { return }
    let trigger: LifeCycle.Trigger = body.because == .duplicate ? .merge : .cancel
    guard move(&incident, trigger, event) else { return }
    incident.resolution = body.because
    incident.closedAt = event.happenedAt
    endRoles(at: event.happenedAt, &incident)
  }

  private static func reopened(_ event: Event, _ incident: inout Incident) {
    guard takenUpAgain(.reopen, event, &incident) else { return }
    if incident.acknowledgedBy == nil { taken(by: event, at: event.happenedAt, &incident) }
  }

  /// The end of the incident no longer counts.
  private static func takenUpAgain(_ trigger: LifeCycle.Trigger, _ event: Event, _ incident: inout Incident) -> Bool {
    guard move(&incident, trigger, event) else { return false }
    incident.resolution = nil
    incident.mergedInto = nil
    incident.statusBeforeMerge = nil
    incident.verification = nil
    incident.closedAt = nil
    incident.waiver = nil
    incident.times.resolved = nil
    incident.times.mitigated = nil
    incident.isLong = false
    return true
  }

  /// An alert makes nobody its owner: who had it still has it.
  private static func refired(_ event: Event, _ incident: inout Incident) {
    incident.areAlertsCleared = false
    incident.alertsClearedAt = nil
    incident.snoozedUntil = nil
    guard takenUpAgain(.alertFiresAgain, event, &incident) else { return }
    incident.call = WakeCall(.firesAgain, person: incident.owner, at: event.happenedAt)
  }

  static func endRoles(at end: Instant, _ incident: inout Incident) {
    for index in incident.roles.indices where incident.roles[index].to == nil {
      incident.roles[index].to = max(end, incident.roles[index].from)
    }
    incident.offers = []
  }

  private static func noted(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(TimelineNoted.self) else { return }
    if body.entry == .decision {
      incident.decisions.append(
        Decision(
          id: event.id, number: incident.decisions.count + 1, text: body.text, person: event.actor.person,
          at: event.happenedAt, state: .made))
    }
    if body.entry == .comms { told(body, event, &incident) }
  }

  private static func undone(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(CommandUndone.self) else { return }
    setStatus(body.status, at: event.happenedAt, &incident)
    incident.resolution = body.resolution
    if incident.severity != body.severity {
      incident.severities.append(Interval(body.severity, from: event.happenedAt))
    }
    incident.severity = body.severity
    incident.isSeverityConfirmed = body.isSeverityConfirmed
    incident.title = body.title
    incident.service = body.service
    incident.tier = body.tier
    incident.times = body.times
    incident.acknowledgedAt = body.acknowledgedAt
    incident.acknowledgedBy = body.acknowledgedBy
    incident.verification = body.verification
    incident.roles = body.roles
    if let offers = body.offers { incident.offers = offers }
    incident.closedAt = body.closedAt
    incident.waiver = body.waiver
    incident.revision += 1
  }
}
