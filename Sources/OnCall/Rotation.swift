package import EventLog

/// People who take turns, handing over by the wall clock of one zone.
///
/// Shift 0 holds `start`; shift k begins k lengths later as a calendar date, resolved anew each time, so that summer
/// time never makes it drift. Shifts go on in both directions without end.
package struct Rotation: Hashable, Sendable {
  package var name: String
  /// Whose turn it gives. A primary rotation also gives the secondary, the primary of the shift before, unless there
  /// is a rotation for the secondary itself.
  package var role: DutyRole
  package var zone: Zone
  /// A reading inside shift 0.
  package var start: CivilTime
  package var handoff: Handoff
  package var lengthInDays: Int
  /// Short names, in the order of their turns.
  package var members: [String]
  /// Who has shift 0; the first member where nil or not a member.
  package var first: String?

  package init(
    name: String, role: DutyRole, zone: Zone, start: CivilTime, handoff: Handoff, lengthInDays: Int = 7,
    members: [String], first: String? = nil
  ) {
    self.name = name
    self.role = role
    self.zone = zone
    self.start = start
    self.handoff = handoff
    self.lengthInDays = max(1, lengthInDays)
    self.members = members
    self.first = first
  }
}
