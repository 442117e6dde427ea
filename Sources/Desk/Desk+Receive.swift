package import Commands
package import EventLog
package import Incidents
import Ledger

extension Desk {
  /// Takes a signal in; returns once everything it changed is durable.
  /// - Throws: trouble with the store. An alert that is no news is not an error and writes nothing.
  package func receive(_ signal: AlertSignal, by actor: Actor) async throws(Trouble) -> SignalReceipt {
    // Before the store is held: what an alert alone settles costs others no wait.
    let admissions = signal.alerts.map { Admission(signal: signal, reading: $0, policy: configuration.admission) }
    do {
      return try await ledger.write { [self] transaction in
        try receive(admissions, from: signal.source, by: actor, in: transaction)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func receive(
    _ admissions: [Admission], from source: String, by actor: Actor, in transaction: Transaction
  ) throws -> SignalReceipt {
    var receipt = SignalReceipt()
    try transaction.noteSource(source)
    if let key = SenderKey.name(in: actor) { try transaction.noteUse(ofKey: key) }
    for admission in admissions { try receive(admission, from: source, by: actor, in: transaction, &receipt) }
    return receipt
  }

  func receive(
    _ admission: Admission, from source: String, by actor: Actor, in transaction: Transaction,
    _ receipt: inout SignalReceipt
  ) throws {
    let reading = admission.reading
    let alert = try transaction.state(AlertFold.self, admission.alertStream)
    guard !admission.isRedelivered(to: alert) else {
      receipt.redelivered += 1
      return
    }
    let incident = try incidentToJoin(admission, alert: alert, transaction)
    let facts = try alertFacts(
      reading, incident: incident, resolving: reading.isFiring ? nil : alert, by: actor, in: transaction)
    switch admission.decide(
      alert: alert, incident: incident, newIncident: StreamID(IncidentFold.streamKind, newKey()), facts: facts)
    {
    case .redelivered: receipt.redelivered += 1
    case .heartbeat:
      try transaction.noteSource(Self.heartbeatSource(reading.name, from: source))
      receipt.heartbeats += 1
    case .ignored: receipt.ignored += 1
    case .listed(let drafts):
      _ = try transaction.append(drafts, actor: actor)
      receipt.listed += 1
    case .joined(let drafts):
      try mirror(try transaction.append(drafts, actor: actor), in: transaction)
      receipt.joined += 1
      if let incident { receipt.incidents.insert(incident.id) }
    case .opened(let drafts, let id):
      try mirror(try transaction.append(drafts, actor: actor), in: transaction)
      receipt.opened += 1
      receipt.incidents.insert(id)
    }
  }

  /// For a firing alert the open incident of its key, or the one that was resolved so lately that it reopens; for one
  /// that ends, the incident it belongs to.
  private func incidentToJoin(_ admission: Admission, alert: Alert?, _ transaction: Transaction) throws -> Incident? {
    guard admission.reading.isFiring else {
      return try alert?.incident.flatMap { try holder(of: $0, transaction) }
    }
    if let guess = recentJoins.guess(for: admission.key),
      let incident = try transaction.state(IncidentFold.self, guess),
      incident.status.isOpen, incident.admissionKey == admission.key
    {
      return incident
    }
    guard let stream = try streamToJoin(key: admission.key, transaction) else { return nil }
    recentJoins.note(stream, for: admission.key)
    return try transaction.state(IncidentFold.self, stream)
  }

  private func streamToJoin(key: String, _ transaction: Transaction) throws -> StreamID? {
    let key = ListQuery.Filter.equals("admission_key", .text(key))
    let open = ListQuery("incident", filters: [key, .equals("is_open", .flag(true))], limit: 1, columns: [])
    let lately = ListQuery(
      "incident",
      filters: [
        key, .equals("status", .text(Status.resolved.rawValue)),
        .atLeast("resolved_at", .instant(transaction.now - configuration.clocks.reopenWithin)),
      ], order: [.descending("resolved_at")], limit: 1, columns: [])
    let merged = ListQuery(
      "incident", filters: [key, .isNotNull("merged_into")], order: [.descending("closed_at")], limit: 1, columns: [])
    if let found = try transaction.list(open).first { return found.stream }
    // What was merged goes on in the one that holds it, as long as that is open.
    if let found = try transaction.list(merged).first, let holder = try holder(of: found.stream, transaction),
      holder.status.isOpen
    {
      return holder.id
    }
    return try transaction.list(lately).first?.stream
  }

  /// An incident, or the one that it was merged into.
  func holder(of stream: StreamID, _ transaction: Transaction) throws -> Incident? {
    guard let incident = try transaction.state(IncidentFold.self, stream) else { return nil }
    return try incident.mergedInto.flatMap { try transaction.state(IncidentFold.self, $0) } ?? incident
  }

  private func alertFacts(
    _ reading: AlertReading, incident: Incident?, resolving alert: Alert?, by actor: Actor, in transaction: Transaction
  ) throws -> IncidentFacts {
    var facts = IncidentFacts(
      now: transaction.now, actor: actor, isDrill: configuration.isDrill, clocks: configuration.clocks,
      services: configuration.services)
    if let incident {
      // Counting matters only where the last alert may just have ended.
      if let alert { facts.alertsFiring = try alertsFiring(of: incident.id, transaction) - (alert.isFiring ? 1 : 0) }
    } else {
      facts.nextNumber = try nextNumber(transaction)
      facts.suspectedParent = try suspectedParent(of: AdmissionPolicy.service(of: reading), transaction)
    }
    return facts
  }
}
