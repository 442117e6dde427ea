package import Commands
package import EventLog
package import Incidents
import Ledger

extension Desk {
  /// Takes an event in; returns once everything it changed is durable. A trigger of what fires already, and what is said
  /// of something that does not fire, is no news.
  /// - Throws: trouble with the store.
  package func receive(_ event: SentEvent, by actor: Actor) async throws(Trouble) -> SignalReceipt {
    do {
      return try await ledger.write { [self] transaction in
        var receipt = SignalReceipt()
        try transaction.noteSource(SentEvent.source)
        if let key = SenderKey.name(in: actor) { try transaction.noteUse(ofKey: key) }
        let stream = Alert.stream(source: SentEvent.source, fingerprint: event.alert.fingerprint)
        let alert = try transaction.state(AlertFold.self, stream)
        switch event.action {
        case .trigger: try trigger(event, alert, by: actor, in: transaction, &receipt)
        case .acknowledge: try acknowledge(alert, by: actor, in: transaction, &receipt)
        case .resolve: try resolve(event, alert, by: actor, in: transaction, &receipt)
        }
        return receipt
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func trigger(
    _ event: SentEvent, _ alert: Alert?, by actor: Actor, in transaction: Transaction, _ receipt: inout SignalReceipt
  ) throws {
    guard alert?.isFiring != true else {
      receipt.redelivered += 1
      return
    }
    var reading = event.alert
    // A new episode begins after the last one, whatever the sender's clock says.
    if let alert, alert.episodes > 0 { reading.startsAt = max(reading.startsAt, alert.startsAt + .milliseconds(1)) }
    try receive(admission(of: event, reading), from: SentEvent.source, by: actor, in: transaction, &receipt)
  }

  private func acknowledge(
    _ alert: Alert?, by actor: Actor, in transaction: Transaction, _ receipt: inout SignalReceipt
  ) throws {
    guard let alert, alert.isFiring, let incident = try alert.incident.flatMap({ try holder(of: $0, transaction) }),
      incident.status == .triggered
    else {
      receipt.redelivered += 1
      return
    }
    let facts = try facts(transaction, by: actor, incident: incident.id)
    let events = try transaction.append(try Acknowledge().drafts(on: incident, facts: facts), actor: actor)
    try mirror(events, in: transaction)
    receipt.joined += 1
    receipt.incidents.insert(incident.id)
  }

  private func resolve(
    _ event: SentEvent, _ alert: Alert?, by actor: Actor, in transaction: Transaction, _ receipt: inout SignalReceipt
  ) throws {
    guard let alert, alert.isFiring else {
      receipt.redelivered += 1
      return
    }
    var reading = event.alert
    (reading.isFiring, reading.startsAt, reading.endsAt) = (false, alert.startsAt, transaction.now)
    (reading.labels, reading.annotations) = (alert.labels, alert.annotations)
    try receive(admission(of: event, reading), from: SentEvent.source, by: actor, in: transaction, &receipt)
    guard let incident = try alert.incident.flatMap({ try holder(of: $0, transaction) }) else { return }
    let facts = try facts(transaction, by: actor, incident: incident.id)
    let drafts = try EndWithAlerts(sender: actor.person).drafts(on: incident, facts: facts)
    try mirror(try transaction.append(drafts, actor: actor), in: transaction)
  }

  private func admission(of event: SentEvent, _ reading: AlertReading) -> Admission {
    Admission(
      signal: AlertSignal(source: SentEvent.source, groupKey: event.key, receiver: "", alerts: [reading]),
      reading: reading, policy: configuration.admission)
  }
}
