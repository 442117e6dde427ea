import Commands
import EventLog
import Incidents
import Ledger
import Procedures

extension Desk {
  /// An incident as it was known at a moment: everything folded from what was recorded up to then, so that nobody
  /// judges a decision by what was learned after it.
  func detail(
    _ id: StreamID, asKnownAt known: Instant, entries count: Int, _ reading: Reading
  ) throws -> IncidentDetail {
    let incident = IncidentFold.state(of: id, from: try reading.events(stream: id, asKnownAt: known))
    guard incident.exists, let own = IncidentFold.rows(incident).first else {
      guard let now = try reading.state(IncidentFold.self, id), now.exists else {
        throw IncidentRefusal.unknownIncident
      }
      throw Trouble(.refused, "Nothing was known of #\(now.number) then: it was opened later.")
    }
    let streams = [id] + incident.children.map(\.id)
    var timeline: [TimelineRow] = []
    var others: Set<StreamID> = []
    for stream in streams {
      let isOwn = stream == id
      let marks = isOwn ? incident : try child(stream, asKnownAt: known, reading)
      let origin =
        isOwn ? nil : try label(of: stream, number: Int64(marks.number), reading)
      for entry in try reading.timeline(incident: stream, limit: .max, asKnownAt: known) {
        var row = TimelineRow(entry, incident: marks)
        row.origin = origin
        timeline.append(row)
        if entry.stream != stream { others.insert(entry.stream) }
      }
    }
    if streams.count > 1 {
      timeline.sort { ($0.happenedAt, $0.recordedAt, $0.id) < ($1.happenedAt, $1.recordedAt, $1.id) }
    }
    var alerts = try self.alerts(others, of: streams, asKnownAt: known, reading)
    for place in alerts.indices {
      alerts[place].verdict = incident.alertJudgements.first { $0.alert == alerts[place].id }?.verdict
    }
    let row = try row(
      ListRow(own, of: id, table: IncidentFold.table),
      deadlines: incident.deadlines.sorted { ($0.dueAt, $0.kind) < ($1.dueAt, $1.kind) },
      alertsFiring: alerts.filter(\.isFiring).count, reading)
    return IncidentDetail(
      row: row, impact: incident.impact, report: incident.report, summary: incident.summary,
      verification: incident.verification, waiver: incident.waiver, bridgeURL: incident.bridgeURL,
      channel: incident.channel, times: incident.times,
      recovery: RecoveryVerdict(incident, tiers: configuration.clocks.tiers), roles: incident.roles,
      timeline: Array(timeline.suffix(count)), earlierEntries: max(0, timeline.count - count), alerts: alerts,
      missingAlerts: incident.missingAlerts,
      runs: try runs(others, asKnownAt: known, reading), tasks: incident.tasks, decisions: incident.decisions,
      hypotheses: incident.hypotheses, offers: incident.offers, links: incident.links.filter { $0.entry == nil },
      children: incident.children, knownAt: known)
  }

  private func child(_ stream: StreamID, asKnownAt known: Instant, _ reading: Reading) throws -> Incident {
    IncidentFold.state(of: stream, from: try reading.events(stream: stream, asKnownAt: known))
  }

  /// The alerts that had spoken on the timeline by then, those that fired first.
  private func alerts(
    _ streams: Set<StreamID>, of incidents: [StreamID], asKnownAt known: Instant, _ reading: Reading
  ) throws -> [AlertRow] {
    let folded = try streams.filter { $0.kind == AlertFold.streamKind }.sorted().map { stream in
      AlertFold.state(of: stream, from: try reading.events(stream: stream, asKnownAt: known))
    }
    let own = folded.filter { alert in alert.incident.map(incidents.contains) ?? false }
    return own.sorted { ($0.isFiring ? 0 : 1, $0.receivedAt, $0.id) < ($1.isFiring ? 0 : 1, $1.receivedAt, $1.id) }
      .flatMap { alert in
        AlertFold.rows(alert).map { AlertRow(ListRow($0, of: alert.id, table: AlertFold.table)) }
      }
  }

  private func runs(
    _ streams: Set<StreamID>, asKnownAt known: Instant, _ reading: Reading
  ) throws -> [RunRow] {
    try streams.filter { $0.kind == RunFold.streamKind }.sorted().flatMap { stream in
      let run = RunFold.state(of: stream, from: try reading.events(stream: stream, asKnownAt: known))
      return try RunFold.rows(run).filter { $0.table == RunFold.table.name }.map {
        try runRow(ListRow($0, of: stream, table: RunFold.table), reading)
      }
    }.sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
  }
}
