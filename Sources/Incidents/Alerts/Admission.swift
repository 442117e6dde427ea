package import EventLog

/// What becomes of one alert of a signal: decided from the alert's own state and the incident that it could join.
///
/// What the alert alone settles (its stream, its key, the text of its event) is made on `init`, so that a caller can do
/// it before it holds the store.
package struct Admission: Sendable {
  package let reading: AlertReading
  package let alertStream: StreamID
  /// What the open incident that it would join was opened under.
  package let key: String
  private let service: String?
  private let family: String
  private let verdict: AdmissionPolicy.Verdict
  private let because: String
  /// The event of an alert that fires, still without incident and time.
  private let fired: Draft?

  package init(signal: AlertSignal, reading: AlertReading, policy: AdmissionPolicy) {
    self.reading = reading
    alertStream = Alert.stream(source: signal.source, fingerprint: reading.fingerprint)
    key = policy.key(of: reading, in: signal)
    service = AdmissionPolicy.service(of: reading)
    family = policy.family(of: reading)
    (verdict, because) = policy.verdict(on: reading)
    guard reading.isFiring else {
      fired = nil
      return
    }
    fired = Draft(
      AlertFired(
        source: signal.source, fingerprint: reading.fingerprint, name: reading.name, headline: reading.headline,
        service: service, family: family, labels: reading.labels, annotations: reading.annotations,
        startsAt: reading.startsAt, groupKey: signal.groupKey, generatorURL: reading.generatorURL),
      stream: alertStream, happenedAt: reading.startsAt)
  }

  /// Whether the alert says nothing that its state does not hold already: told again, or told late.
  package func isRedelivered(to alert: Alert?) -> Bool {
    guard let alert, alert.episodes > 0 else { return !reading.isFiring }
    return reading.isFiring
      ? reading.startsAt <= alert.startsAt : !alert.isFiring || reading.startsAt < alert.startsAt
  }

  /// What becomes of an alert that arrived.
  package enum Outcome: Sendable {
    /// What is stored already, or is no news: no event.
    case redelivered
    case heartbeat
    case ignored
    /// Events for the alert alone.
    case listed([Draft])
    /// Events for the alert and an incident that is there.
    case joined([Draft])
    /// Events for the alert and for a new incident in this stream.
    case opened([Draft], StreamID)
  }

  /// - Parameters:
  ///   - alert: the alert's state, nil where it was never seen.
  ///   - incident: for a firing alert the open incident of its key (or one resolved so lately that it reopens), else
  ///     nil; for an alert that ends, the incident it belongs to. Of a merged one it is the one that holds it.
  ///   - newIncident: the stream for an incident, if one must be opened.
  ///   - facts: `alertsFiring` counts the incident's firing alerts, this one not included.
  package func decide(
    alert: Alert?, incident: Incident?, newIncident: @autoclosure () -> StreamID, facts: IncidentFacts
  ) -> Outcome {
    guard !isRedelivered(to: alert) else { return .redelivered }
    return reading.isFiring
      ? fired(incident: incident, newIncident: newIncident, facts: facts)
      : ended(alert: alert, incident: incident, facts: facts)
  }

  private func fired(incident: Incident?, newIncident: () -> StreamID, facts: IncidentFacts) -> Outcome {
    switch verdict {
    case .heartbeat: return .heartbeat
    case .ignored: return .ignored
    case .listed: return .listed(firedDraft(incident: nil, facts: facts))
    case .opens(let severity):
      if let incident, canJoin(incident, facts) { return .joined(joining(incident, severity: severity, facts: facts)) }
      let stream = newIncident()
      return .opened(opening(stream, severity: severity, because: because, facts: facts), stream)
    }
  }

  private func canJoin(_ incident: Incident, _ facts: IncidentFacts) -> Bool {
    if incident.status.isOpen { return true }
    guard incident.status == .resolved, let resolved = incident.times.resolved else { return false }
    return facts.now - resolved.at <= facts.clocks.reopenWithin
  }

  private func opening(_ stream: StreamID, severity: Severity, because: String, facts: IncidentFacts) -> [Draft] {
    var blank = Incident(id: stream)
    blank.isDrill = facts.isDrill
    let opened = blank.draft(
      IncidentOpened(
        number: facts.nextNumber, title: reading.headline, service: service,
        tier: service.flatMap { facts.services[$0]?.tier }, severity: severity, ruleFamily: family,
        admissionKey: key, alert: alertStream, startsAt: reading.startsAt,
        because: "\(because) opens \(severity.name)"),
      at: facts.now)
    let suspected = facts.suspectedParent.map { blank.draft($0.event, at: facts.now) }.map { [$0] } ?? []
    return [opened] + Clocks.follow(blank, [opened], facts: facts) + suspected
      + firedDraft(incident: stream, facts: facts)
  }

  private func joining(_ incident: Incident, severity: Severity, facts: IncidentFacts) -> [Draft] {
    var own: [Draft] = []
    if incident.areAlertsCleared || LifeCycle.next(from: incident.status, .alertFiresAgain) != nil {
      own.append(incident.draft(AlertRefired(alert: alertStream, name: reading.name), at: facts.now))
    }
    if severity < incident.severity {
      own.append(
        incident.draft(
          SeveritySet(severity: severity, isConfirmed: false, reason: "\(reading.name) joined"), at: facts.now))
    }
    return own + Clocks.follow(incident, own, facts: facts) + firedDraft(incident: incident.id, facts: facts)
  }

  private func ended(alert: Alert?, incident: Incident?, facts: IncidentFacts) -> Outcome {
    guard let alert else { return .redelivered }
    let resolved = Draft(
      AlertResolved(name: alert.name, startsAt: alert.startsAt, endsAt: reading.endsAt), stream: alertStream,
      incident: alert.incident, happenedAt: facts.now, drill: alert.isDrill)
    guard let incident, let owner = alert.incident, incident.status != .closed,
      incident.id == owner || incident.children.contains(where: { $0.id == owner })
    else { return .listed([resolved]) }
    guard facts.alertsFiring == 0, !incident.areAlertsCleared else { return .joined([resolved]) }
    let cleared = incident.draft(AlertsCleared(), at: facts.now)
    return .joined([resolved, cleared] + Clocks.follow(incident, [cleared], facts: facts))
  }

  private func firedDraft(incident: StreamID?, facts: IncidentFacts) -> [Draft] {
    guard var draft = fired else { return [] }
    draft.incident = incident
    draft.happenedAt = facts.now
    draft.drill = facts.isDrill
    return [draft]
  }
}
