import EventLog
import Incidents
import Ledger

extension Desk {
  /// The pager of record of an incident's service, where that is another one and Sitrep knows how to speak with it.
  func otherPager(of incident: Incident) -> ExternalPager? {
    guard let service = incident.service.flatMap({ configuration.services[$0] }), service.pager == .external else {
      return nil
    }
    return service.externalPager.flatMap { name in configuration.pagers.first { $0.name == name } }
  }

  /// Tells another pager what was just recorded of its incidents, in the transaction that records it.
  func mirror(_ events: [Event], in transaction: Transaction) throws {
    guard !configuration.pagers.isEmpty else { return }
    for event in events where event.stream.kind == IncidentFold.streamKind {
      guard let incident = try transaction.state(IncidentFold.self, event.stream),
        let pager = otherPager(of: incident), pager.channel != nil
      else { continue }
      let mirror = PagerMirror(pager, incident: incident, groups: try groups(of: incident.id, transaction))
      if let letter = mirror.letter(on: event, of: incident) { try transaction.post(letter) }
    }
  }

  /// The groups of an incident's alerts as their source names them, each once, the first to arrive first.
  func groups(of incident: StreamID, _ reading: Reading) throws -> [String] {
    var groups: [String] = []
    let alerts = try reading.list(
      ListQuery(
        "alert", filters: [.equals("incident", .text(incident.name))], order: [.ascending("received_at")],
        limit: Self.mostGrouped, columns: []))
    for row in alerts {
      guard let group = try reading.state(AlertFold.self, row.stream)?.groupKey, !group.isEmpty,
        !groups.contains(group)
      else { continue }
      groups.append(group)
    }
    return groups
  }

  /// As many alerts of an incident are asked for their group.
  private static let mostGrouped = 20
}
