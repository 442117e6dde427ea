package import Commands
package import EventLog
import Incidents
import Ledger
import Procedures
package import Review

extension Desk {
  /// What people did about the post-mortem of an incident; empty where nobody has begun.
  /// - Throws: trouble with the store.
  package func review(of incident: StreamID) throws(Trouble) -> ReviewRecord {
    do {
      return try ledger.read { try record(of: incident, $0) }
    } catch {
      throw Trouble(any: error)
    }
  }

  func record(of incident: StreamID, _ reading: Reading) throws -> ReviewRecord {
    let stream = ReviewRecord.stream(of: incident)
    return try reading.state(ReviewFold.self, stream) ?? ReviewRecord(stream: stream)
  }

  func execute(
    _ change: ReviewChange, of id: StreamID, by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    guard let incident = try transaction.state(IncidentFold.self, id), incident.exists else {
      throw IncidentRefusal.unknownIncident
    }
    if case .move(let stage, _) = change { try requireRight(to: stage, actor) }
    let before = try record(of: id, transaction)
    let material = try material(of: id, transaction)
    let draft = PostMortem.draft(material)
    let facts = Facts(
      now: transaction.now, actor: actor, drill: configuration.isDrill || incident.isDrill, newKey: newKey)
    let decision = ChangeReview(
      change, of: id, gaps: draft.gaps, names: draft.attendees.map(\.name))
    var drafts = try decision.decide(on: before, facts: facts)
    if case .move(let stage, _) = change, stage == .reviewed, !drafts.isEmpty,
      let open = incident.deadlines.open(Clocks.review)
    {
      // The review was held: the promise stands with the incident.
      let met = DeadlineSet(
        open.kind, dueAt: open.dueAt, metAt: facts.now, target: open.target, rule: open.rule)
      drafts.append(Draft(met, stream: id, incident: id, happenedAt: facts.now, drill: facts.drill))
    }
    let events = try transaction.append(drafts, actor: actor)
    let label = try label(of: id, number: Int64(incident.number), transaction)
    return Outcome(
      events: events.map(\.id), incident: id,
      sentence: "#\(label) \(try words(change, events, before: before, of: id, transaction))")
  }

  /// A review counts by who stands for it: signing off and approving need the right, under a login of one's own.
  private func requireRight(to stage: ReviewStage, _ actor: Actor) throws {
    guard let right = stage.right, !configuration.hasRight(actor, right) else { return }
    let what = stage == .reviewed ? "Signing a post-mortem off as reviewed" : "Approving a post-mortem for publication"
    throw Trouble(
      .notAllowed, "\(what) needs the right '\(right)' and a login of one's own: see roles in oncall.yaml.")
  }

  private func words(
    _ change: ReviewChange, _ events: [Event], before: ReviewRecord, of id: StreamID, _ transaction: Transaction
  ) throws -> String {
    guard let event = events.first, let text = ReviewFold.text(of: event) else { return "nothing to do" }
    guard case .save(let section, _, _) = change else { return text }
    let others = try record(of: id, transaction).heads(of: section).filter { $0.id != event.id }
    guard !others.isEmpty else { return text }
    let authors = Set(others.map(\.author)).sorted().joined(separator: " and ")
    return "\(text) beside the text of \(authors), which was saved since you opened it: both are kept. "
      + "`sitrep postmortem edit N \(section.rawValue)` brings them together"
  }

  /// The figures of a period.
  /// - Parameter rate: what an hour costs; nil shows no cost.
  /// - Throws: trouble with the store.
  package func report(since: Instant, until: Instant, rate: CostRate? = nil) throws(Trouble) -> PeriodReport {
    do {
      return try ledger.read { reading in
        let all = try reading.list(
          ListQuery("incident", order: [.ascending("number")], limit: .max, columns: ["number"]))
        let open = Dictionary(
          try reading.list(ListQuery("review", limit: .max, columns: ["incident", "actions_open"]))
            .compactMap { row in row["incident"].text.map { ($0, row["actions_open"].integer ?? 0) } },
          uniquingKeysWith: +)
        return PeriodReport(
          of: try all.compactMap { row in
            try reported(row, hasReview: open[row.stream.name] != nil, since: since, reading)
          }, since: since, until: until, rate: rate, firings: try firings(since: since, reading),
          anniversaries: try anniversaries(at: clock(), reading))
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func reported(
    _ row: ListRow, hasReview: Bool, since: Instant, _ reading: Reading
  ) throws -> ReportIncident? {
    guard let incident = try reading.state(IncidentFold.self, row.stream), incident.exists else { return nil }
    let record = hasReview ? try record(of: row.stream, reading) : nil
    var one = ReportIncident(
      incident, label: "#" + (try label(of: row.stream, number: Int64(incident.number), reading)),
      actions: record?.actions ?? [])
    guard one.start >= since else { return one }
    one.otherDeadlines =
      try runs(of: row.stream, reading).flatMap { run in
        try reading.state(RunFold.self, run.id)?.deadlines ?? []
      } + (record?.deadlines ?? [])
    return one
  }

  /// Every time a rule began to fire since then; drills only where all is one.
  private func firings(since: Instant, _ reading: Reading) throws -> [AlertFiring] {
    let filters: [ListQuery.Filter] =
      [.atLeast("received_at", .instant(since))] + (configuration.isDrill ? [] : [.equals("drill", .flag(false))])
    let rows = try reading.list(
      ListQuery("alert", filters: filters, limit: .max, columns: ["name", "incident", "received_at", "episodes"]))
    return try rows.flatMap { row -> [AlertFiring] in
      let rule = row["name"].text ?? ""
      // One that began once is told whole by its row.
      if row["episodes"].integer == 1, let at = row["received_at"].instant {
        return [AlertFiring(rule: rule, incident: row["incident"].text.map(StreamID.init(name:)), at: at)]
      }
      return try reading.events(stream: row.stream, since: since).filter { $0.kind == AlertFired.kind }.map {
        AlertFiring(rule: rule, incident: $0.incident, at: $0.recordedAt)
      }
    }
  }

  /// Action items of all incidents, or of one: the overdue first, then by their due date.
  /// - Throws: trouble with the store.
  package func actions(of incident: StreamID? = nil) throws(Trouble) -> [TrackedAction] {
    do {
      return try ledger.read { reading in
        let streams =
          try incident.map { [$0] }
          ?? reading.list(ListQuery("review", limit: .max, columns: ["incident"])).compactMap {
            $0["incident"].text.map(StreamID.init(name:))
          }
        return try streams.flatMap { stream -> [TrackedAction] in
          guard let state = try reading.state(IncidentFold.self, stream) else { return [] }
          let label = try label(of: stream, number: Int64(state.number), reading)
          return try record(of: stream, reading).actions.map {
            TrackedAction(incident: stream, label: label, title: state.title, item: $0)
          }
        }.sorted { $0.isBefore($1) }
      }
    } catch {
      throw Trouble(any: error)
    }
  }
}
