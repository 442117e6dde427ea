import EventLog
import Incidents
import Ledger
import OnCall

extension Desk {
  /// Decides on the pages that are due, records them and hands them on, all in one transaction. What was decided once is
  /// in the log under its occasion, and never decided again.
  /// - Returns: when the next page is due; nil where none is in sight, or where this desk posts none.
  func paged(by actor: Actor, in transaction: Transaction) throws -> Instant? {
    guard configuration.postPage != nil else { return nil }
    let now = transaction.now
    let schedule = try recordedRota(transaction).schedule(configured: configuration.rota, at: now)
    let team = schedule.pagingTeam(at: now)
    let silences = try silences(transaction, at: now)
    let storm = try openings(transaction)
    let streams = try incidentsToPage(storm, transaction)
    pagingLooks.begin(Set(streams), among: PagingLooks.Surroundings(team: team, silences: silences))
    var next: Instant?
    for stream in streams {
      let progress = try transaction.progress(of: stream)
      if case .quiet(let until) = pagingLooks.answer(stream, progress, at: now) {
        next = [next, until].compactMap { $0 }.min()
        continue
      }
      guard let incident = try transaction.state(IncidentFold.self, stream) else { continue }
      let facts = EscalationFacts(
        incident: IncidentFacts(
          now: now, actor: actor, isDrill: configuration.isDrill, clocks: configuration.clocks,
          services: configuration.services),
        policy: configuration.escalation, team: team,
        holds: try holds(on: incident, silences, storm, transaction, at: now))
      let outcome = EscalationStep.due(on: incident, facts: facts)
      let drafts = try outcome.drafts.filter { try $0.occasion.map { try !transaction.occasionExists($0) } ?? true }
      try post(try transaction.append(drafts, actor: actor), on: incident, by: actor, in: transaction)
      if let at = outcome.nextAt, at > now { next = min(next ?? at, at) }
      // What hangs on another incident is looked at each time.
      if outcome.drafts.isEmpty, incident.suspectedParent == nil, let progress {
        pagingLooks.note(stream, progress, nextAt: outcome.nextAt)
      }
    }
    return next
  }

  /// Hands on the pages among events that were just recorded. Where no way leads to a person, that is on record at
  /// once: nobody may believe that they were woken.
  /// - Returns: the people to whom no way leads.
  @discardableResult
  func post(
    _ events: [Event], on incident: Incident, by actor: Actor, in transaction: Transaction
  ) throws -> [String] {
    guard let post = configuration.postPage else { return [] }
    var unreached: [String] = []
    for event in events {
      guard let page = event.decoded(PageIntended.self) else { continue }
      guard try !post(PageLetter(page, on: incident, at: event.happenedAt), event, transaction) else { continue }
      let failed = RecordPage(
        key: page.key, person: page.person, channel: "any channel",
        result: .failed(because: "no way leads to \(page.person)", isFinal: true))
      try append(failed, to: incident.id, by: actor, in: transaction)
      unreached.append(page.person)
    }
    return unreached
  }

  /// Open incidents of services that anybody is paged for, by whichever pager.
  func openings(_ reading: Reading) throws -> PageStorm {
    let waiting = [Status.triggered, .acknowledged].map { Value.text($0.rawValue) }
    let rows = try reading.list(
      ListQuery(
        "incident", filters: [.equals("is_open", .flag(true)), .isOneOf("status", waiting)],
        order: [.ascending("opened_at")], limit: .max,
        columns: ["service", "number", "opened_at", "severity", "status"]))
    let openings = rows.compactMap { row -> PageStorm.Opening? in
      let pager = row["service"].text.flatMap { configuration.services[$0]?.pager } ?? Service.Pager.none
      guard pager != .none, let openedAt = row["opened_at"].instant else { return nil }
      return PageStorm.Opening(
        incident: row.stream, number: Int(row["number"].integer ?? 0), openedAt: openedAt,
        severity: row["severity"].integer.flatMap { Severity(rawValue: Int($0)) } ?? .sev3,
        isNobodys: row["status"].text == Status.triggered.rawValue)
    }
    return PageStorm(openings)
  }

  /// Whether anybody can have been woken by a page from here.
  private func wasPaged(_ incident: StreamID, _ reading: Reading) throws -> Bool {
    try reading.state(IncidentFold.self, incident)?.pages.contains(where: \.mayWake) ?? false
  }

  /// These, and those whose pager was taken away while a page was due.
  private func incidentsToPage(_ storm: PageStorm, _ transaction: Transaction) throws -> [StreamID] {
    let wanted = storm.openings.map(\.incident)
    let known = Set(wanted)
    let due = try openDeadlines(Clocks.escalation, transaction).filter {
      $0["due_at"].instant ?? transaction.now <= transaction.now
    }
    return wanted + due.map(\.stream).filter { !known.contains($0) }
  }

  /// What keeps pages of an incident back now.
  func holds(
    on incident: Incident, _ silences: [Silence], _ storm: PageStorm, _ reading: Reading, at now: Instant
  ) throws -> [EscalationHold] {
    var holds = silences.compactMap { $0.hold(on: incident, at: now) }
    if let hold = try storm.hold(on: incident.id, at: now, wasPaged: { try wasPaged($0, reading) }) {
      holds.append(hold)
    }
    let policy = incident.escalation?.policy ?? configuration.escalation
    if let quiet = policy.quiet?.hold(at: now) { holds.append(quiet) }
    // What probably follows from something else that people are paged for needs no page of its own, unless it is worse.
    if let parent = try incident.suspectedParent.flatMap({ try reading.state(IncidentFold.self, $0) }),
      parent.status.isOpen, parent.severity <= incident.severity,
      parent.service.flatMap({ configuration.services[$0]?.pager }) == .sitrep
    {
      holds.append(
        EscalationHold(
          id: "parent:\(parent.id.key)", until: nil,
          because: "it probably follows from #\(parent.number), which people are paged for"))
    }
    return holds
  }
}
