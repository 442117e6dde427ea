import Commands
import EventLog
import Incidents
import Ledger
import OnCall

extension Desk {
  /// Resolved incidents stay on the first screen this long, so that their post-mortem is at hand.
  private static let lately = Span.hours(24)

  func board(_ reading: Reading, for actor: Actor) throws -> Board {
    let now = clock()
    let open = try reading.list(
      ListQuery("incident", filters: [.equals("is_open", .flag(true))], order: [.ascending("severity")], limit: 300))
    let ended = try reading.list(
      ListQuery(
        "incident",
        filters: [
          .atLeast("resolved_at", .instant(now - Self.lately)), .equals("status", .text(Status.resolved.rawValue)),
        ], order: [.descending("resolved_at")], limit: 50))
    let rows = try withPaging(
      IncidentRow.arranged(try (open + ended).map { try row($0, reading) }, at: now), at: now, reading)
    let header = try header(rows, now: now, reading, for: actor)
    // What burns now is all that matters.
    return Board(
      header: header, rows: rows,
      anniversaries: open.isEmpty && !header.isNew ? try anniversaries(at: now, reading) : [])
  }

  private func header(_ rows: [IncidentRow], now: Instant, _ reading: Reading, for actor: Actor) throws -> Header {
    let counted: [ListQuery.Filter] = [.equals("is_open", .flag(true))]
    let real = counted + (configuration.isDrill ? [] : [.equals("drill", .flag(false))])
    var bySeverity: [Severity: Int] = [:]
    for severity in Severity.allCases {
      let count = try reading.count(
        table: "incident", filters: real + [.equals("severity", .integer(Int64(severity.rawValue)))])
      if count > 0 { bySeverity[severity] = count }
    }
    let overdue = rows.flatMap { row in
      row.deadlines.filter { $0.isOpen && $0.dueAt < now && (configuration.isDrill || !row.isDrill) }
        .map { (row, $0) }
    }.min { ($0.1.dueAt, $0.0.severity) < ($1.1.dueAt, $1.0.severity) }
    let sources = try reading.sources()
    return Header(
      user: actor.person, host: configuration.host, store: configuration.store, isReadOnly: ledger.isReadOnly,
      isDrill: configuration.isDrill,
      isNew: rows.isEmpty ? try reading.list(ListQuery("incident", limit: 1)).isEmpty : false,
      open: bySeverity.values.reduce(0, +), openBySeverity: bySeverity,
      overdue: overdue.map { Header.Overdue(label: $0.0.label, kind: $0.1.kind, dueAt: $0.1.dueAt) },
      onCall: try onCallSummary(at: now, reading),
      commander: rows.first { $0.status.isOpen && $0.commander != nil }?.commander,
      warnings: try pagingWarnings(rows, now: now, reading) + warnings(now: now, reading), wakesNobody: wakesNobody,
      hasSource: !sources.isEmpty, hasRunbooks: !configuration.procedures.isEmpty,
      news: try rotaNews(at: now, reading, for: actor), people: people(rows, for: actor), contacts: contacts,
      watcher: try watcher(at: now, reading), storm: storm(rows, now: now))
  }

  /// Who can be named by the beginning of a name: the rota, and whoever has something in hand.
  private func people(_ rows: [IncidentRow], for actor: Actor) -> [String] {
    let inHand = rows.flatMap { [$0.commander, $0.acknowledgedBy] + $0.deadlines.filter(\.isOpen).map(\.target) }
    var known = configuration.rota.people.map(\.name)
    // A deadline's target may be no person at all ("on call", a service): nobody's name has a blank or is a service.
    for name in inHand.compactMap({ $0 }) + [actor.person]
    where !known.contains(name) && !name.contains(" ") && configuration.services[name] == nil { known.append(name) }
    return known
  }

  private func storm(_ rows: [IncidentRow], now: Instant) -> Header.Storm? {
    let since = now - Header.Storm.window
    let fresh = rows.filter { $0.status == .triggered && $0.openedAt >= since }
    guard fresh.count > Header.Storm.threshold, let first = fresh.map(\.openedAt).min() else { return nil }
    return Header.Storm(count: fresh.count, since: first)
  }

  private func warnings(now: Instant, _ reading: Reading) throws -> [String] {
    var warnings = configuration.complaint.map { [$0] } ?? []
    if let last = try reading.lastStamp(), last.milliseconds > now.milliseconds + 2_000 {
      let lead = Span.milliseconds(last.milliseconds - now.milliseconds)
      warnings.append("the newest entry is \(lead.words) ahead of this clock")
    }
    if let applied = try Self.appliedConfiguration(reading), !configuration.isDrill,
      applied.hash != configuration.clocks.configHash
    {
      warnings.append("serve works by other files than this console: restart serve")
    }
    return warnings
  }

  /// A projection row as lists show it.
  func row(_ row: ListRow, _ reading: Reading) throws -> IncidentRow {
    let isOpen = row["is_open"].flag
    var listed = try self.row(
      row, deadlines: try deadlines(of: row.stream, reading),
      alertsFiring: isOpen ? try alertsFiring(of: row.stream, reading) : 0, reading)
    if listed.wantsWords { listed.lastWordAt = try lastWord(on: row.stream, reading) ?? listed.acknowledgedAt }
    return listed
  }

  /// When a person last wrote, among the newest entries: alerts alone are no word.
  private func lastWord(on incident: StreamID, _ reading: Reading) throws -> Instant? {
    try reading.timeline(incident: incident, order: .stamp, newestFirst: true, limit: 50)
      .first { $0.actor.assurance != .machine }?.recordedAt
  }

  /// The same where promises and alerts are not those of the tables.
  func row(
    _ row: ListRow, deadlines: [Deadline], alertsFiring: Int, _ reading: Reading
  ) throws -> IncidentRow {
    let number = row["number"].integer ?? 0
    let status = row["status"].text.flatMap(Status.init(rawValue:)) ?? .triggered
    let merged = row["merged_into"].text.map(StreamID.init(name:))
    let suspected = row["suspected_parent"].text.map(StreamID.init(name:))
    return IncidentRow(
      id: row.stream, number: Int(number), label: try label(of: row.stream, number: number, reading),
      revision: Int(row["revision"].integer ?? 0), title: row["title"].text ?? "",
      severity: row["severity"].integer.flatMap { Severity(rawValue: Int($0)) } ?? .sev3,
      isSeverityConfirmed: row["severity_confirmed"].flag,
      isSeverityStated: row["severity_confirmed"].flag
        || !(row["admission_key"].text.map(ImportIncident.isDocument(key:)) ?? false), status: status,
      resolution: row["resolution"].text.flatMap(Resolution.init(rawValue:)), service: row["service"].text,
      tier: row["tier"].integer.map(Int.init), isDrill: row["drill"].flag,
      impactStartedAt: row["impact_started_at"].instant, detectedAt: row["detected_at"].instant,
      declaredAt: row["declared_at"].instant, acknowledgedAt: row["acknowledged_at"].instant,
      acknowledgedBy: row["acknowledged_by"].text, mitigatedAt: row["mitigated_at"].instant,
      resolvedAt: row["resolved_at"].instant, closedAt: row["closed_at"].instant,
      openedAt: row["opened_at"].instant ?? Instant(milliseconds: 0), commander: row["commander"].text,
      alertsFiring: alertsFiring, deadlines: deadlines,
      needsVerification: status == .mitigated
        || (status == .resolved && deadlines.contains { $0.kind == Clocks.recovery && $0.isOpen }),
      snoozedUntil: row["snoozed_until"].instant, mergedInto: merged, suspectedParent: suspected,
      parentLabel: try (merged ?? suspected).flatMap { try label(of: $0, reading) }, offeredTo: row["offered_to"].text,
      pager: pager(of: row))
  }

  /// Another pager that wakes people for its service; nil where there is none.
  private func pager(of row: ListRow) -> PagerRow? {
    guard let service = row["service"].text.flatMap({ configuration.services[$0] }), service.pager == .external else {
      return nil
    }
    // A word that another one left, before the service changed hands, is not this one's.
    let isOwn = service.externalPager == nil || row["pager"].text == service.externalPager
    return PagerRow(
      name: service.externalPager ?? row["pager"].text, word: isOwn ? row["pager_word"].text : nil,
      at: isOwn ? row["pager_at"].instant : nil)
  }

  private func label(of stream: StreamID, _ reading: Reading) throws -> String? {
    let listed = try reading.list(ListQuery("incident", filters: [.stream(stream)], limit: 1, columns: ["number"]))
      .first
    return try (listed?["number"].integer).map { try label(of: stream, number: $0, reading) }
  }

  func deadlines(of stream: StreamID, _ reading: Reading) throws -> [Deadline] {
    try reading.list(ListQuery("deadline", filters: [.stream(stream)], order: [.ascending("due_at")], limit: 500)).map {
      Deadline(
        kind: $0["kind"].text ?? "", dueAt: $0["due_at"].instant ?? Instant(milliseconds: 0),
        metAt: $0["met_at"].instant, voidedAt: $0["voided_at"].instant, target: $0["target"].text,
        rule: $0["rule"].text ?? "")
    }
  }

  /// What is shown for an incident's number ("42", "42b").
  func label(of stream: StreamID, number: Int64, _ reading: Reading) throws -> String {
    guard try reading.hasSeveralNodes() else { return "\(number)" }
    let bearers = try bearers(of: number, reading)
    return "\(number)" + Self.suffix(bearers.firstIndex { $0.stream == stream } ?? 0)
  }
}
