package import EventLog

/// A shift's work offered to whoever comes next: what is open stays with the one until the other accepts.
package struct OfferedHandoff: Codable, Hashable, Sendable {
  package var id: EventID
  package var role: DutyRole
  package var from: String
  package var to: String
  package var offeredAt: Instant
  /// When the shift changes; paging follows the rota from then on, accepted or not.
  package var handoffAt: Instant
  /// The brief as it was handed over.
  package var brief: String
  package var acceptedAt: Instant?
  package var withdrawnAt: Instant?
  /// The promises about it that ran out and of which somebody was told.
  package var reminded: [String]?

  package init(
    id: EventID, role: DutyRole, from: String, to: String, offeredAt: Instant, handoffAt: Instant, brief: String
  ) {
    self.id = id
    self.role = role
    self.from = from
    self.to = to
    self.offeredAt = offeredAt
    self.handoffAt = handoffAt
    self.brief = brief
  }

  package var isOpen: Bool { acceptedAt == nil && withdrawnAt == nil }
}
