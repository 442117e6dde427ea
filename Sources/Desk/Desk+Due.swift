package import Commands
package import EventLog
import Incidents
import Ledger

extension Desk {
  /// Performs what is due by the clock: minor incidents whose alerts stayed quiet end by themselves, whoever fell silent
  /// on a major one that still fires, or did not answer when asked, has it no longer, pages whose time has come are
  /// posted, and those that nobody needs any more taken back; of handovers that nobody accepts people are reminded.
  /// - Returns: when the next such thing is due; nil where nothing is.
  /// - Throws: trouble with the store.
  package func performDue(by actor: Actor) async throws(Trouble) -> Instant? {
    do {
      return try await ledger.write { [self] transaction in
        try transaction.sealPastDays()
        try withdrawPages(by: actor, in: transaction)
        try withdrawTriggers(in: transaction)
        let next = [
          try healed(by: actor, in: transaction), try timedOut(by: actor, in: transaction),
          try unanswered(by: actor, in: transaction), try paged(by: actor, in: transaction),
          try reminded(by: actor, in: transaction),
        ]
        return next.compactMap { $0 }.min()
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func healed(by actor: Actor, in transaction: Transaction) throws -> Instant? {
    try perform(SelfHeal(), whenDue: Clocks.selfHeal, by: actor, in: transaction)
  }

  private func unanswered(by actor: Actor, in transaction: Transaction) throws -> Instant? {
    try perform(TimeOutAnswer(), whenDue: Clocks.answer, by: actor, in: transaction)
  }

  /// Performs a command on each incident whose promise of a kind is due; says when the next one is.
  private func perform(
    _ command: some IncidentCommand, whenDue kind: String, by actor: Actor, in transaction: Transaction
  ) throws -> Instant? {
    for row in try openDeadlines(kind, transaction) {
      guard let at = row["due_at"].instant, at <= transaction.now else { return row["due_at"].instant }
      guard let incident = try transaction.state(IncidentFold.self, row.stream) else { continue }
      let facts = try facts(transaction, by: actor, incident: row.stream)
      try mirror(try transaction.append(try command.drafts(on: incident, facts: facts), actor: actor), in: transaction)
    }
    return nil
  }

  /// The open promises of a kind, by the time they are due.
  func openDeadlines(_ kind: String, _ reading: Reading) throws -> [ListRow] {
    let open: [ListQuery.Filter] = [.equals("kind", .text(kind)), .isNull("met_at"), .isNull("voided_at")]
    return try reading.list(ListQuery("deadline", filters: open, order: [.ascending("due_at")], limit: 200))
  }

  private func timedOut(by actor: Actor, in transaction: Transaction) throws -> Instant? {
    var next: Instant?
    for (severity, silence) in configuration.clocks.silence.sorted(by: { $0.key < $1.key }) {
      let held = try transaction.list(
        ListQuery(
          "incident",
          filters: [
            .equals("is_open", .flag(true)), .equals("severity", .integer(Int64(severity.rawValue))),
            .equals("status", .text(Status.acknowledged.rawValue)),
          ], order: [.ascending("last_event_at")], limit: 200, columns: ["last_event_at", "snoozed_until"]))
      for row in held {
        // Its row says when it can end at the earliest; only what may have come to that is looked at whole.
        let quiet = [row["last_event_at"].instant, row["snoozed_until"].instant].compactMap { $0 }.max()
        if let quiet, quiet + silence > transaction.now {
          next = min(next ?? quiet + silence, quiet + silence)
          continue
        }
        guard let incident = try transaction.state(IncidentFold.self, row.stream) else { continue }
        let facts = try facts(transaction, by: actor, incident: row.stream)
        let newest = try transaction.timeline(incident: row.stream, order: .stamp, newestFirst: true, limit: 1).first
        let timeOut = TimeOutAcknowledge(
          lastEntryAt: max(incident.lastEventAt, newest?.recordedAt ?? incident.openedAt))
        try mirror(
          try transaction.append(try timeOut.drafts(on: incident, facts: facts), actor: actor), in: transaction)
        if let due = timeOut.due(on: incident, facts: facts), due > transaction.now { next = min(next ?? due, due) }
      }
    }
    return next
  }
}
