package import EventLog

/// A time in which somebody is away and has no turns; whoever had the turn before stands in.
package struct Leave: Codable, Hashable, Sendable {
  package var id: EventID
  package var person: String
  package var from: Instant
  package var until: Instant
  package var endedAt: Instant?
  package var reason: String?

  package init(
    id: EventID, person: String, from: Instant, until: Instant, endedAt: Instant? = nil, reason: String? = nil
  ) {
    self.id = id
    self.person = person
    self.from = from
    self.until = until
    self.endedAt = endedAt
    self.reason = reason
  }

  package var end: Instant { endedAt.map { max(from, min(until, $0)) } ?? until }

  package func covers(_ instant: Instant) -> Bool { from <= instant && instant < end }
}
