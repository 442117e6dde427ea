import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  func detail(_ id: StreamID, entries: Int, _ reading: Reading, for actor: Actor) throws -> IncidentDetail {
    guard let incident = try reading.state(IncidentFold.self, id), incident.exists,
      let listed = try reading.list(ListQuery("incident", filters: [.stream(id)], limit: 1)).first
    else { throw IncidentRefusal.unknownIncident }
    let timeline = Array(try reading.timeline(incident: id, newestFirst: true, limit: entries).reversed())
    let alerts = try alerts(of: id, reading)
    let row = try row(listed, reading)
    let runbooks = try procedures(for: incident, alerts: alerts).prefix(9).map {
      try runbookRow($0, incident: id, reading)
    }
    return IncidentDetail(
      row: row, impact: incident.impact, report: incident.report, summary: incident.summary,
      verification: incident.verification, waiver: incident.waiver, bridgeURL: incident.bridgeURL,
      channel: incident.channel, times: incident.times,
      recovery: RecoveryVerdict(incident, tiers: configuration.clocks.tiers), roles: incident.roles,
      timeline: timeline.map { TimelineRow($0, incident: incident) },
      earlierEntries: max(0, try reading.countTimeline(incident: id) - timeline.count), alerts: alerts,
      runs: try runs(of: id, reading),
      runbook: runbooks.first, furtherRunbooks: Array(runbooks.dropFirst()),
      undoable: try undoable(id, reading, for: actor).flatMap { IncidentFold.text(of: $0) })
  }

  /// What is older than the window can not be undone, so a long history is not read for it.
  private func undoable(_ id: StreamID, _ reading: Reading, for actor: Actor) throws -> Event? {
    let now = clock()
    return Undo.candidate(
      in: try reading.events(stream: id, since: now - Undo.window), by: actor.person, now: now)
  }

  func alerts(of incident: StreamID, _ reading: Reading) throws -> [AlertRow] {
    try reading.list(
      ListQuery(
        "alert", filters: [.equals("incident", .text(incident.name))],
        order: [.descending("is_firing"), .ascending("received_at")], limit: 200)
    ).map {
      AlertRow(
        id: $0.stream, name: $0["name"].text ?? "", headline: $0["headline"].text ?? "",
        isFiring: $0["is_firing"].flag, startsAt: $0["starts_at"].instant ?? Instant(milliseconds: 0),
        endsAt: $0["ends_at"].instant, episodes: Int($0["episodes"].integer ?? 1), source: $0["source"].text ?? "",
        runbookURL: $0["runbook_url"].text)
    }
  }
}

extension TimelineRow {
  init(_ entry: Entry, incident: Incident?) {
    self.init(
      id: entry.id, kind: entry.kind, label: entry.label, person: entry.actor.person,
      assurance: entry.actor.assurance, happenedAt: entry.happenedAt, precision: entry.precision,
      recordedAt: entry.recordedAt, text: entry.text, correctedBy: entry.correctedBy,
      isPinned: incident?.pinned.contains(entry.id) ?? false, isHidden: incident?.hidden.contains(entry.id) ?? false,
      evidence: entry.evidence)
  }
}
