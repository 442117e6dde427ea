package import EventLog

/// That somebody's shift moved without their doing: shown until they have seen it, or until it is over.
package struct ShiftNotice: Codable, Hashable, Sendable {
  package var id: EventID
  package var person: String
  package var role: DutyRole
  /// On call now where they were not; false where they no longer are.
  package var isGained: Bool
  package var from: Instant
  package var until: Instant
  package var because: String
  package var at: Instant
}
