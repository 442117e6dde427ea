package import Commands
package import EventLog
package import Incidents
import Ledger

extension Desk {
  /// How long somebody counts as writing after they opened a draft.
  static let claimLasts = Span.minutes(30)
  private static let claimMark = "draft:"

  private static func claimName(_ id: StreamID, _ audience: Audience, _ person: String) -> String {
    "\(claimMark)\(id.name)|\(audience.rawValue)|\(person)"
  }

  /// Who writes for whom on an incident, by name.
  func claims(on id: StreamID, _ reading: Reading) throws -> [DraftClaim] {
    let now = clock()
    return try reading.heartbeats().compactMap { beat -> DraftClaim? in
      guard beat.name.hasPrefix(Self.claimMark), now - beat.at <= Self.claimLasts else { return nil }
      let parts = beat.name.dropFirst(Self.claimMark.count).split(separator: "|", maxSplits: 2)
      let times = beat.detail?.split(separator: "|").compactMap { Int64($0) } ?? []
      guard parts.count == 3, parts[0] == id.name, let audience = Audience(rawValue: String(parts[1])), times.count == 2
      else { return nil }
      return DraftClaim(
        person: String(parts[2]), audience: audience, since: Instant(milliseconds: times[0]),
        seenAt: Instant(milliseconds: times[1]))
    }
  }

  /// Notes that somebody writes for an audience and has seen what went out, or that they stopped.
  /// - Throws: trouble with the store.
  package func beWriting(
    on id: StreamID, for audience: Audience, isOver: Bool, by actor: Actor
  ) async throws(Trouble) {
    do {
      try await ledger.write { [self] transaction in
        if isOver {
          try endDraft(on: id, for: audience, by: actor, transaction)
        } else {
          try claim(on: id, for: audience, by: actor, transaction)
        }
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Notes that somebody has seen what went out and now writes: no event comes of it.
  func claim(on id: StreamID, for audience: Audience, by actor: Actor, _ transaction: Transaction) throws {
    let known = try claims(on: id, transaction).first { $0.person == actor.person && $0.audience == audience }
    let since = known?.since ?? transaction.now
    try transaction.beat(
      Self.claimName(id, audience, actor.person), detail: "\(since.milliseconds)|\(transaction.now.milliseconds)")
  }

  func endDraft(on id: StreamID, for audience: Audience, by actor: Actor, _ transaction: Transaction) throws {
    try transaction.beat(Self.claimName(id, audience, actor.person))
  }

  /// A command with what only the desk knows: who may approve, and since when its writer has been drafting.
  func prepared(
    _ command: any IncidentCommand, on id: StreamID, by actor: Actor, _ transaction: Transaction
  ) throws -> any IncidentCommand {
    let mayApprove = configuration.hasRight(actor, "approvals")
    if var approval = command as? ApproveMessage {
      approval.mayApprove = mayApprove
      return approval
    }
    guard var message = command as? SendMessage else { return command }
    message.mayApprove = mayApprove
    message.draftOpenedAt = try claims(on: id, transaction)
      .first { $0.person == actor.person && $0.audience == message.audience }?.seenAt
    return message
  }
}
