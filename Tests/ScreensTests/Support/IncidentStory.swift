import Commands
import EventLog
import Incidents

/// An incident made the way the product makes one: commands decide, the fold applies, clocks follow.
struct IncidentStory {
  private(set) var incident: Incident
  private(set) var timeline: [TimelineRow] = []
  private(set) var events: [Event] = []
  var clocks = ClockPolicy()
  var services: [String: Service] = [:]

  init(_ number: Int) { incident = Incident(id: StreamID("incident", "n\(number)")) }

  static func at(_ text: String) -> Instant {
    Instant(rfc3339: "2026-11-21T\(text):00Z") ?? Instant(rfc3339: "2026-11-\(text):00Z") ?? Instant(milliseconds: 0)
  }

  private func facts(_ person: String, _ now: Instant, number: Int) -> IncidentFacts {
    IncidentFacts(
      now: now,
      actor: Actor(
        person: person, via: "test", assurance: person == "rule" || person == "alertmanager" ? .machine : .verified),
      clocks: clocks, nextNumber: number, services: services)
  }

  static func alert(
    _ number: Int, _ title: String, severity: String, service: String, tier: Int? = nil, startsAt: Instant,
    at now: Instant
  ) -> IncidentStory {
    var story = IncidentStory(number)
    if let tier { story.services[service] = Service(name: service, tier: tier) }
    let reading = AlertReading(
      fingerprint: "f\(number)", isFiring: true,
      labels: ["alertname": "Alert\(number)", "severity": severity, "service": service],
      annotations: ["summary": title], startsAt: startsAt)
    let signal = AlertSignal(source: "alertmanager", groupKey: "g", receiver: "sitrep", alerts: [reading])
    let facts = story.facts("alertmanager", now, number: number)
    let outcome = Admission(signal: signal, reading: reading, policy: AdmissionPolicy())
      .decide(alert: nil, incident: nil, newIncident: story.incident.id, facts: facts)
    if case .opened(let drafts, _) = outcome { story.apply(drafts, facts) }
    return story
  }

  mutating func perform(_ command: any IncidentCommand, by person: String, at now: Instant) throws {
    let facts = facts(person, now, number: incident.number)
    apply(try command.drafts(on: incident, facts: facts), facts)
  }

  private mutating func apply(_ drafts: [Draft], _ facts: IncidentFacts) {
    for draft in drafts where draft.stream == incident.id {
      let event = Event(
        id: EventID(node: incident.id.key + "x", sequence: Int64(events.count + 1)),
        stamp: Stamp(milliseconds: facts.now.milliseconds, counter: Int64(events.count), node: "x"),
        stream: draft.stream, incident: draft.incident, kind: draft.kind, version: draft.version,
        actor: draft.actor ?? facts.actor, happenedAt: draft.happenedAt, precision: draft.precision,
        recordedAt: facts.now, drill: draft.drill, payload: draft.payload)
      events.append(event)
      IncidentFold.apply(event, to: &incident)
      guard let text = IncidentFold.text(of: event) else { continue }
      add(text, label: label(event), by: event.actor.person, at: event.happenedAt, recorded: facts.now, id: event.id)
    }
  }

  /// A line that another stream (an alert, a run) has on this timeline.
  mutating func add(
    _ text: String, label: String, by person: String, at: Instant, recorded: Instant? = nil, id: EventID? = nil
  ) {
    timeline.append(
      TimelineRow(
        id: id ?? EventID(node: "other\(incident.number)", sequence: Int64(timeline.count + 1)), kind: label,
        label: label,
        person: person, assurance: person == "rule" || person == "alertmanager" ? .machine : .verified, happenedAt: at,
        recordedAt: recorded ?? at, text: text))
    timeline.sort { $0.happenedAt < $1.happenedAt }
  }

  private func label(_ event: Event) -> String {
    switch event.kind {
    case IncidentOpened.kind: return "alert"
    default: return IncidentFold.label(of: event)
    }
  }

  var row: IncidentRow {
    let times = incident.times
    return IncidentRow(
      id: incident.id, number: incident.number, label: String(incident.number), revision: incident.revision,
      title: incident.title, severity: incident.severity, isSeverityConfirmed: incident.isSeverityConfirmed,
      status: incident.status, resolution: incident.resolution, service: incident.service, tier: incident.tier,
      isDrill: incident.isDrill, impactStartedAt: times.impactStarted?.at, detectedAt: times.detected?.at,
      declaredAt: times.declared?.at, acknowledgedAt: incident.acknowledgedAt, acknowledgedBy: incident.acknowledgedBy,
      mitigatedAt: times.mitigated?.at, resolvedAt: times.resolved?.at, closedAt: incident.closedAt,
      openedAt: incident.openedAt, commander: incident.commander, alertsFiring: incident.areAlertsCleared ? 0 : 1,
      deadlines: incident.deadlines,
      needsVerification: incident.status == .mitigated && incident.verification == nil && incident.tier != nil,
      snoozedUntil: incident.snoozedUntil, mergedInto: incident.mergedInto,
      suspectedParent: incident.suspectedParent, parentLabel: incident.suspectedParent.map { _ in "42" },
      offeredTo: incident.nextCommander,
      lastWordAt: timeline.filter { $0.assurance != .machine }.map(\.recordedAt).max())
  }

  /// The incident as it was known at a moment.
  func known(at moment: Instant) -> IncidentDetail {
    var then = self
    then.incident = IncidentFold.state(of: incident.id, from: events.filter { $0.recordedAt <= moment })
    then.timeline = timeline.filter { $0.recordedAt <= moment }
    var detail = then.detail()
    detail.knownAt = moment
    return detail
  }

  func detail(
    entries: Int = .max, runs: [RunRow] = [], runbook: RunbookRow? = nil, alerts: [AlertRow] = [],
    undoable: String? = nil
  )
    -> IncidentDetail
  {
    IncidentDetail(
      row: row, impact: incident.impact, report: incident.report, summary: incident.summary,
      verification: incident.verification, bridgeURL: incident.bridgeURL, channel: incident.channel,
      times: incident.times, recovery: RecoveryVerdict(incident, tiers: clocks.tiers), roles: incident.roles,
      timeline: Array(timeline.suffix(entries)), earlierEntries: max(0, timeline.count - entries), alerts: alerts,
      runs: runs,
      runbook: runbook, undoable: undoable, tasks: incident.tasks, decisions: incident.decisions,
      hypotheses: incident.hypotheses, offers: incident.offers, links: incident.links, children: incident.children)
  }
}
