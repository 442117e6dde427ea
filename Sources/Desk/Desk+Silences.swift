package import Commands
import EventLog
package import Incidents
import Ledger

extension Desk {
  /// The silences and maintenance windows that are not over, the one that ends first before the others, with what each
  /// of them kept back.
  /// - Throws: trouble with the store.
  package func silences() throws(Trouble) -> [Silence] {
    do {
      return try ledger.read { try silences($0, at: clock()) }
    } catch {
      throw Trouble(any: error)
    }
  }

  func silences(_ reading: Reading, at now: Instant) throws -> [Silence] {
    try reading.list(
      ListQuery(
        SilenceFold.table.name, filters: [.atLeast("end_at", .instant(now + .milliseconds(1)))],
        order: [.ascending("end_at")], limit: 200, columns: [])
    ).compactMap { try reading.state(SilenceFold.self, $0.stream) }
  }

  func execute(_ add: AddSilence, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    let stream = StreamID(SilenceFold.streamKind, newKey())
    let drafts = try add.drafts(in: stream, facts: silenceFacts(by: actor, transaction))
    let events = try transaction.append(drafts, actor: actor)
    return Outcome(events: events.map(\.id), sentence: sentence(of: events, on: stream))
  }

  func execute(
    _ end: EndSilence, on stream: StreamID, by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    let silence = try transaction.state(SilenceFold.self, stream) ?? Silence(id: stream)
    let drafts = try end.drafts(on: silence, facts: silenceFacts(by: actor, transaction))
    let events = try transaction.append(drafts, actor: actor)
    return Outcome(events: events.map(\.id), sentence: sentence(of: events, on: stream))
  }

  private func silenceFacts(by actor: Actor, _ transaction: Transaction) -> Facts {
    Facts(now: transaction.now, actor: actor, drill: configuration.isDrill, newKey: newKey)
  }

  private func sentence(of events: [Event], on stream: StreamID) -> String {
    "\(stream.key): " + events.compactMap { SilenceFold.text(of: $0) }.joined(separator: "; ")
  }
}
