package import Commands
import EventLog
package import Incidents
import Ledger
import OnCall

extension Desk {
  /// Takes in what another pager tells; returns once everything it changed is durable. The same report twice changes
  /// nothing.
  /// - Throws: trouble with the store.
  package func receive(_ report: PagerReport) async throws(Trouble) -> PagerReceipt {
    do {
      guard let pager = configuration.pagers.first(where: { $0.name == report.pager }) else { return .unmatched }
      // Before the store is held: looking through all that is open costs others no wait.
      let meant = try ledger.read { try stream(of: report, pager, $0) }
      return try await ledger.write { [self] transaction in
        try transaction.noteSource(pager.name)
        guard let meant, let incident = try transaction.state(IncidentFold.self, meant) else { return .unmatched }
        return try follow(report, of: pager, on: incident, in: transaction)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func follow(
    _ report: PagerReport, of pager: ExternalPager, on incident: Incident, in transaction: Transaction
  ) throws -> PagerReceipt {
    guard try !transaction.occasionExists(FollowPager.occasion(of: report, on: incident.id)) else { return .repeated }
    let person = report.person.map(known)
    let actor = Actor(
      person: person ?? pager.name, via: pager.via, assurance: person == nil ? .machine : .asserted)
    let facts = try facts(transaction, by: actor, incident: incident.id)
    let follow = FollowPager(report, person: person, assignees: report.assignees.map(known))
    let events = try transaction.append(try follow.drafts(on: incident, facts: facts), actor: actor)
    try mirror(events, in: transaction)
    return .recorded
  }

  /// The short name of somebody whom the team knows by mail address, full name or short name; else the name as told.
  private func known(_ person: PagerReport.Person) -> String {
    func isSame(_ left: String?, _ right: String?) -> Bool {
      guard let left, let right, !left.isEmpty else { return false }
      return left.lowercased() == right.lowercased()
    }
    let found =
      configuration.rota.people.first { isSame($0.email, person.email ?? person.name) }
      ?? configuration.rota.people.first { isSame($0.fullName, person.name) || isSame($0.name, person.name) }
    return found?.name ?? person.name
  }

  /// The incident that a pager means: the open ones of its services first, then those that ended lately.
  private func stream(
    of report: PagerReport, _ pager: ExternalPager, _ reading: Reading
  ) throws -> StreamID? {
    let services = configuration.services.values.filter { $0.pager == .external && $0.externalPager == pager.name }
    guard !services.isEmpty else { return nil }
    let named = ListQuery.Filter.isOneOf("service", services.map { .text($0.name) }.sorted { "\($0)" < "\($1)" })
    let open = try reading.list(
      ListQuery(
        "incident", filters: [named, .equals("is_open", .flag(true))], order: [.descending("opened_at")], limit: 300,
        columns: []))
    let ended = try reading.list(
      ListQuery(
        "incident",
        filters: [
          named, .equals("is_open", .flag(false)), .atLeast("resolved_at", .instant(clock() - Self.lately)),
        ], order: [.descending("resolved_at")], limit: 100, columns: []))
    for row in open + ended {
      guard let incident = try reading.state(IncidentFold.self, row.stream) else { continue }
      let keys = PagerMirror.keys(
        of: incident, groups: try groups(of: incident.id, reading), isTriggered: pager.isTriggered)
      if keys.contains(report.key) { return incident.id }
    }
    return nil
  }

  /// What ended longer ago is not taken up again by what another pager tells.
  private static let lately = Span.days(7)
}
