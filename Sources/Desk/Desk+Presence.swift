package import Commands
package import EventLog
import Ledger

extension Desk {
  /// How long somebody counts as present after they were last heard of.
  static let presenceLasts = Span.minutes(3)
  private static let mark = "room:"

  /// Notes that somebody has an incident's room open, in a local table: no event comes of it.
  /// - Parameters:
  ///   - room: nil where they left.
  ///   - draftingSince: since when they write something that is not sent yet.
  /// - Throws: trouble with the store.
  package func bePresent(in room: StreamID?, draftingSince: Instant?, by actor: Actor) async throws(Trouble) {
    do {
      let detail = room.map { $0.name + "|" + (draftingSince.map { String($0.milliseconds) } ?? "") }
      try await ledger.write { try $0.beat(Self.mark + actor.person + "|" + actor.via, detail: detail) }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Who else has an incident's room open.
  func present(in room: StreamID, beside actor: Actor, _ reading: Reading) throws -> [Presence] {
    let now = clock()
    var found: [String: Presence] = [:]
    for beat in try reading.heartbeats() where beat.name.hasPrefix(Self.mark) && now - beat.at <= Self.presenceLasts {
      let parts = beat.detail?.split(separator: "|", omittingEmptySubsequences: false) ?? []
      let person = String(beat.name.dropFirst(Self.mark.count).prefix { $0 != "|" })
      guard parts.count == 2, parts[0] == room.name, person != actor.person else { continue }
      let since = Int64(parts[1]).map { Instant(milliseconds: $0) }
      // Two windows of one person are one person, who writes if either does.
      let known = found[person]
      found[person] = Presence(
        person: person, seenAt: max(beat.at, known?.seenAt ?? beat.at), draftingSince: since ?? known?.draftingSince)
    }
    return found.values.sorted { $0.person < $1.person }
  }
}
