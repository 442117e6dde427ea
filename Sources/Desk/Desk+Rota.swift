package import Commands
package import EventLog
import Incidents
import Ledger
package import OnCall

extension Desk {
  /// Who is on call when, as it was recorded and, from now on, as the files have it; and the record itself.
  /// - Throws: trouble with the store.
  package func rota() throws(Trouble) -> (schedule: Schedule, record: RecordedRota) {
    do {
      return try ledger.read { reading in
        let record = try recordedRota(reading)
        return (record.schedule(configured: configuration.rota, at: clock()), record)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// The brief that would be handed over now.
  /// - Parameter to: who receives it; whoever comes next where nil.
  /// - Throws: trouble with the store.
  package func handoffBrief(
    role: DutyRole, to: String? = nil, note: String? = nil, by actor: Actor
  ) throws(Trouble) -> HandoffBrief {
    do {
      return try ledger.read { try brief(role: role, to: to, note: note, by: actor, $0) }
    } catch {
      throw Trouble(any: error)
    }
  }

  func recordedRota(_ reading: Reading) throws -> RecordedRota {
    try reading.state(RotaFold.self, RecordedRota.stream) ?? RecordedRota()
  }

  func rotaFacts(by actor: Actor, at now: Instant) -> RotaFacts {
    let mayEdit = configuration.hasRight(actor, "rota")
    return RotaFacts(
      now: now, actor: actor, isDrill: configuration.isDrill, configured: configuration.rota,
      isVerified: actor.assurance == .verified || mayEdit, mayEdit: mayEdit)
  }

  func execute(_ command: any RotaCommand, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    let record = try recordedRota(transaction)
    let facts = rotaFacts(by: actor, at: transaction.now)
    var command = command
    if var offer = command as? OfferHandoff {
      offer.brief = try brief(role: offer.role, to: offer.to, note: offer.note, by: actor, transaction).text
      command = offer
    }
    let drafts = try command.drafts(on: record, facts: facts)
    var events = try transaction.append(drafts, actor: actor)
    let said = events.first { $0.kind != RotaApplied.kind && RotaFold.text(of: $0) != nil }
    var words = said.flatMap { RotaFold.text(of: $0) } ?? "nothing to do"
    let moved = events.filter { $0.kind == ShiftMoved.kind }.compactMap { $0.decoded(ShiftMoved.self)?.person }
    if !moved.isEmpty { words += "; shown to \(Set(moved).sorted().joined(separator: ", "))" }
    if let accepted = events.lazy.compactMap({ $0.decoded(HandoffAccepted.self) }).first {
      let taken = try takeOver(accepted, by: actor, in: transaction)
      events += taken.events
      if !taken.labels.isEmpty { words += "; yours now: \(taken.labels.joined(separator: ", "))" }
    }
    return Outcome(events: events.map(\.id), sentence: words)
  }

  /// What was open and the other's becomes the receiver's, now that they have accepted.
  private func takeOver(
    _ accepted: HandoffAccepted, by actor: Actor, in transaction: Transaction
  ) throws -> (events: [Event], labels: [String]) {
    var events: [Event] = []
    var labels: [String] = []
    for incident in try openIncidents(transaction) where incident.owner == accepted.from {
      let facts = try facts(transaction, by: actor, incident: incident.id)
      var drafts: [Draft] = []
      // A take without an offer is announced where people look.
      if accepted.target == nil {
        let words = "\(accepted.to) takes over from \(accepted.from) without an offer: \(accepted.reason ?? "")"
        drafts = try Log(words, entry: .action).drafts(on: incident, facts: facts)
      }
      drafts += try AssignRole(.commander, person: accepted.to).drafts(on: incident, facts: facts)
      events += try transaction.append(drafts, actor: actor)
      labels.append("#" + (try label(of: incident.id, number: Int64(incident.number), transaction)))
    }
    return (events, labels)
  }

  /// Open incidents, the worst first.
  func openIncidents(_ reading: Reading) throws -> [Incident] {
    try reading.list(
      ListQuery(
        "incident", filters: [.equals("is_open", .flag(true))], order: [.ascending("severity")], limit: 300,
        columns: [])
    ).compactMap { try reading.state(IncidentFold.self, $0.stream) }
  }
}
