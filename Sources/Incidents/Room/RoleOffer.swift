package import EventLog

/// A role that waits for somebody's yes.
package struct RoleOffer: Hashable, Sendable, Codable {
  package var id: EventID
  package var role: Role
  package var person: String
  package var holder: String?
  package var offeredBy: String
  package var at: Instant
  package var dueAt: Instant

  /// The kind of its promise on a clock.
  package var clock: String { "handover:\(role.rawValue)" }
}
