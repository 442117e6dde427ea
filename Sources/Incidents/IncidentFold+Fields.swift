import EventLog

extension IncidentFold {
  /// The kinds that set a field and move no status.
  static func applyField(_ event: Event, to incident: inout Incident) {
    switch event.kind {
    case SeveritySet.kind: severitySet(event, &incident)
    case IncidentEdited.kind:
      guard let body = event.decoded(IncidentEdited.self) else { return }
      incident.title = body.title ?? incident.title
      if let service = body.service {
        incident.service = service
        incident.tier = body.tier
      }
      incident.revision += 1
    case TimesSet.kind:
      guard let body = event.decoded(TimesSet.self) else { return }
      incident.times = incident.times.replaced(by: body.times)
      incident.revision += 1
    case RoleAssigned.kind: roleAssigned(event, &incident)
    case ImpactSet.kind: incident.impact = event.decoded(ImpactSet.self)?.text ?? incident.impact
    case ReportSet.kind:
      guard let body = event.decoded(ReportSet.self) else { return }
      incident.report = ConditionReport(condition: body.condition, actions: body.actions, needs: body.needs)
    case SummarySet.kind: incident.summary = event.decoded(SummarySet.self)?.text ?? incident.summary
    case MeetingPointSet.kind:
      guard let body = event.decoded(MeetingPointSet.self) else { return }
      incident.bridgeURL = body.bridgeURL ?? incident.bridgeURL
      incident.channel = body.channel ?? incident.channel
    case MessageApproved.kind: approved(event, &incident)
    case LongIncidentSet.kind: incident.isLong = event.decoded(LongIncidentSet.self)?.isLong ?? incident.isLong
    default: break
    }
  }

  private static func severitySet(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(SeveritySet.self) else { return }
    if incident.severity != body.severity || incident.severities.isEmpty {
      incident.severities.append(Interval(body.severity, from: event.happenedAt))
    }
    if body.severity < incident.severity { incident.snoozedUntil = nil }
    severityMoved(to: body, event, &incident)
    incident.severity = body.severity
    incident.isSeverityConfirmed = body.isConfirmed
    incident.revision += 1
  }

  /// A role has one holder: a new one ends the interval of the last.
  private static func roleAssigned(_ event: Event, _ incident: inout Incident) {
    guard incident.status != .closed, let body = event.decoded(RoleAssigned.self) else { return }
    incident.offers.removeAll { $0.role == body.role }
    for index in incident.roles.indices where incident.roles[index].role == body.role {
      if incident.roles[index].to == nil {
        incident.roles[index].to = max(event.happenedAt, incident.roles[index].from)
      }
    }
    if let person = body.person {
      incident.roles.append(RoleInterval(role: body.role, person: person, from: event.happenedAt))
    }
    incident.revision += 1
  }
}
