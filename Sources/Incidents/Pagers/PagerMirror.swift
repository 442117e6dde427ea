package import EventLog

/// What another pager is told of an incident's events: whoever has it here has it there, and what is over here is over
/// there. What came in from that pager is never told back to it.
package struct PagerMirror: Sendable {
  private let pager: ExternalPager
  /// By what that pager gathers; the same for all letters of the incident.
  private let key: String

  /// - Parameter groups: the groups of its alerts as their source names them, the first to arrive first.
  package init(_ pager: ExternalPager, incident: Incident, groups: [String]) {
    self.pager = pager
    key = Self.keys(of: incident, groups: groups, isTriggered: pager.isTriggered)[0]
  }

  /// Under which keys another pager may know an incident, the likeliest first: the one that it named itself, ours where
  /// it learns of incidents from here, those under which Alertmanager tells it of the same alerts.
  package static func keys(of incident: Incident, groups: [String], isTriggered: Bool) -> [String] {
    let own = "sitrep/\(incident.id.key)"
    let alertmanagers = groups.map { Chain.digest(of: Array($0.utf8)) }
    let named = incident.pager.map { [$0.key] } ?? []
    return isTriggered ? [own] + named + alertmanagers : named + alertmanagers + [own]
  }

  /// How the keys of all letters to a pager about an incident begin.
  package static func prefix(of incident: StreamID, _ pager: String) -> String { "\(incident.key)/\(pager)/" }

  /// The letter that an event is worth; nil for what that pager need not know, or knows already.
  package func letter(on event: Event, of incident: Incident) -> Letter? {
    guard let channel = pager.channel, event.actor.via != pager.via, let action = action(of: event) else { return nil }
    let title = "\(incident.severityLabel) #\(incident.number) \(incident.title)"
    let what = IncidentFold.text(of: event) ?? event.kind
    return Letter(
      key: Self.prefix(of: incident.id, pager.name) + "\(event.id)", channel: channel,
      content: LetterContent(
        title: title, text: "\(title)\n\(what), by \(event.actor.person).", action: action,
        urgency: Self.urgency(incident.severity), subject: key, service: incident.service,
        details: ["person": event.actor.person, "severity": incident.severityLabel]),
      occasion: event.occasion, incident: incident.id, event: event.id, isDrill: event.drill, isRepeatable: true)
  }

  private func action(of event: Event) -> LetterContent.Action? {
    switch event.kind {
    case IncidentAcknowledged.kind: .acknowledge
    case IncidentResolved.kind, IncidentCancelled.kind: .resolve
    // Where an alert fires again after the end, whoever had it may sleep by now; a person who reopens is awake.
    case IncidentOpened.kind, IncidentDeclared.kind, AlertRefired.kind: pager.isTriggered ? .trigger : nil
    default: nil
    }
  }

  private static func urgency(_ severity: Severity) -> LetterContent.Urgency {
    switch severity {
    case .sev1: .critical
    case .sev2: .error
    case .sev3: .warning
    case .sev4: .info
    }
  }
}
