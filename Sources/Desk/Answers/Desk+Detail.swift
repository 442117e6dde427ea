import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  func detail(_ id: StreamID, entries: Int, _ reading: Reading, for actor: Actor) throws -> IncidentDetail {
    guard let incident = try reading.state(IncidentFold.self, id), incident.exists,
      let listed = try reading.list(ListQuery("incident", filters: [.stream(id)], limit: 1)).first
    else { throw IncidentRefusal.unknownIncident }
    let timeline = try timeline(of: incident, newest: entries, reading)
    let alerts = try withEpisodes(try allAlerts(of: incident, reading), reading)
    let count = try ([id] + incident.children.map(\.id)).reduce(0) { try $0 + reading.countTimeline(incident: $1) }
    var row = try row(listed, reading)
    row.paging = try paging(of: incident, at: clock(), reading)
    let runbooks = try procedures(for: incident, alerts: alerts).prefix(9).map {
      try runbookRow($0, incident: id, reading)
    }
    let undoable = try undoable(id, reading, for: actor)
    return IncidentDetail(
      row: row, impact: incident.impact, report: incident.report, summary: incident.summary,
      verification: incident.verification, waiver: incident.waiver, bridgeURL: incident.bridgeURL,
      channel: incident.channel, times: incident.times,
      recovery: RecoveryVerdict(incident, tiers: configuration.clocks.tiers), roles: incident.roles,
      timeline: timeline, earlierEntries: max(0, count - timeline.count), alerts: alerts,
      missingAlerts: incident.missingAlerts,
      postMortem: incident.status.isOpen ? nil : try postMortem(of: incident, label: row.label, reading),
      runs: try runs(of: id, reading),
      runbook: runbooks.first, furtherRunbooks: Array(runbooks.dropFirst()),
      undoable: undoable?.text, undoableEntries: undoable?.entries ?? 1, tasks: incident.tasks,
      decisions: incident.decisions, hypotheses: incident.hypotheses, offers: incident.offers,
      links: incident.links.filter { $0.entry == nil }, children: incident.children,
      suspects: try suspects(of: id, reading), present: try present(in: id, beside: actor, reading))
  }

  /// The newest entries, those of merged incidents among them, the oldest first.
  private func timeline(of incident: Incident, newest count: Int, _ reading: Reading) throws -> [TimelineRow] {
    let own = try reading.timeline(incident: incident.id, newestFirst: true, limit: count)
      .map { TimelineRow($0, incident: incident) }
    guard !incident.children.isEmpty else { return own.reversed() }
    let held = try incident.children.flatMap { child in
      let marks = try reading.state(IncidentFold.self, child.id)
      let label = try label(of: child.id, number: Int64(child.number), reading)
      return try reading.timeline(incident: child.id, newestFirst: true, limit: count).map { entry in
        var row = TimelineRow(entry, incident: marks)
        row.origin = label
        return row
      }
    }
    let together = (own + held).sorted { ($0.happenedAt, $0.recordedAt, $0.id) < ($1.happenedAt, $1.recordedAt, $1.id) }
    return Array(together.suffix(count))
  }

  private func suspects(of id: StreamID, _ reading: Reading) throws -> [IncidentRow] {
    try reading.list(
      ListQuery(
        "incident", filters: [.equals("suspected_parent", .text(id.name)), .equals("is_open", .flag(true))], limit: 50)
    ).map { try row($0, reading) }
  }

  /// What is older than the window can not be undone, so a long history is not read for it.
  private func undoable(
    _ id: StreamID, _ reading: Reading, for actor: Actor
  ) throws -> (text: String, entries: Int)? {
    let now = clock()
    let recent = try reading.events(stream: id, since: now - Undo.window)
    let candidate = Undo.candidate(in: recent, by: actor.person, now: now)
    return candidate.flatMap { Undo.canTakeBack($0) ? Undo.words(for: $0, in: recent) : nil }
  }

  /// Its alerts and those of what was merged into it, with what people said of each. Of one that is over those that
  /// have joined another incident since are among them, as they were here.
  func allAlerts(of incident: Incident, _ reading: Reading) throws -> [AlertRow] {
    let streams = [incident.id] + incident.children.map(\.id)
    var alerts = try streams.flatMap { try self.alerts(of: $0, reading) }
    if !incident.status.isOpen {
      alerts += try streams.flatMap { try gone(from: $0, known: Set(alerts.map(\.id)), reading) }
    }
    for place in alerts.indices {
      alerts[place].verdict = incident.alertJudgements.first { $0.alert == alerts[place].id }?.verdict
    }
    return alerts
  }

  private func gone(from incident: StreamID, known: Set<StreamID>, _ reading: Reading) throws -> [AlertRow] {
    let fired = try reading.timeline(incident: incident, newestFirst: true, limit: 500).filter {
      $0.kind == AlertFired.kind && !known.contains($0.stream)
    }
    return try Dictionary(grouping: fired, by: \.stream).sorted { $0.key.name < $1.key.name }.compactMap {
      stream, entries in
      guard let row = try reading.list(ListQuery("alert", filters: [.stream(stream)], limit: 1)).first,
        let last = entries.map(\.happenedAt).max()
      else { return nil }
      var alert = AlertRow(row)
      (alert.isFiring, alert.startsAt, alert.endsAt, alert.episodes) = (false, last, nil, entries.count)
      return alert
    }
  }

  func alerts(of incident: StreamID, _ reading: Reading) throws -> [AlertRow] {
    try reading.list(
      ListQuery(
        "alert", filters: [.equals("incident", .text(incident.name))],
        order: [.descending("is_firing"), .ascending("received_at")], limit: 200)
    ).map(AlertRow.init)
  }

  /// The alerts that fired more than once with when they did, the first few of them: a picture of how it comes and goes.
  private func withEpisodes(_ alerts: [AlertRow], _ reading: Reading) throws -> [AlertRow] {
    var alerts = alerts
    let since = clock() - .days(1)
    for place in alerts.indices.filter({ alerts[$0].episodes > 1 }).prefix(8) {
      alerts[place].begins = try reading.events(stream: alerts[place].id, since: since)
        .filter { $0.kind == AlertFired.kind }.suffix(200).map(\.happenedAt)
    }
    return alerts
  }
}

extension AlertRow {
  init(_ row: ListRow) {
    self.init(
      id: row.stream, name: row["name"].text ?? "", headline: row["headline"].text ?? "",
      isFiring: row["is_firing"].flag, startsAt: row["starts_at"].instant ?? Instant(milliseconds: 0),
      endsAt: row["ends_at"].instant, episodes: Int(row["episodes"].integer ?? 1), source: row["source"].text ?? "",
      runbookURL: row["runbook_url"].text)
  }
}

extension TimelineRow {
  init(_ entry: Entry, incident: Incident?) {
    self.init(
      id: entry.id, kind: entry.kind, label: entry.label, person: entry.actor.person,
      assurance: entry.actor.assurance, happenedAt: entry.happenedAt, precision: entry.precision,
      recordedAt: entry.recordedAt, text: entry.text, correctedBy: entry.correctedBy,
      isPinned: incident?.pinned.contains(entry.id) ?? false, isHidden: incident?.hidden.contains(entry.id) ?? false,
      evidence: entry.evidence + (incident?.links.filter { $0.entry == entry.id }.map(\.link) ?? []))
  }
}
