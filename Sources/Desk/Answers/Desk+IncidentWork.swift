package import Commands
package import EventLog
import Incidents
import Ledger
package import OnCall

extension Desk {
  /// The incidents that touch a period, as far as load and pay go; drills are left out, unless all is one.
  /// - Throws: trouble with the store.
  package func incidentWork(from: Instant, to: Instant) throws(Trouble) -> [IncidentWork] {
    do {
      return try ledger.read { reading in
        try reading.list(
          ListQuery(
            "incident", filters: [.below("opened_at", .instant(to))], order: [.descending("opened_at")],
            limit: 20_000, columns: ["resolved_at", "drill"])
        ).compactMap { row -> IncidentWork? in
          if let end = row["resolved_at"].instant, end < from { return nil }
          guard configuration.isDrill || !row["drill"].flag,
            let incident = try reading.state(IncidentFold.self, row.stream)
          else { return nil }
          return Self.work(incident, now: clock())
        }
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Whoever acknowledged works on it until it is resolved, whoever has a role as long as they have it.
  private static func work(_ incident: Incident, now: Instant) -> IncidentWork {
    let end = incident.times.resolved?.at ?? incident.closedAt ?? now
    var spells = incident.roles.map {
      IncidentWork.Spell(person: $0.person, from: $0.from, until: min($0.to ?? end, end))
    }
    if let person = incident.acknowledgedBy, let from = incident.acknowledgedAt {
      // Once somebody else has the command, it is theirs.
      let until = incident.roles.filter { $0.role == .commander && $0.person != person && $0.from >= from }
        .map(\.from).min()
      spells.append(IncidentWork.Spell(person: person, from: from, until: min(until ?? end, end)))
    }
    return IncidentWork(
      openedAt: incident.openedAt, isPage: incident.admissionKey != nil, spells: spells.filter { $0.from < $0.until })
  }
}
