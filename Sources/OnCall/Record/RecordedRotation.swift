import EventLog

/// A rotation as the log keeps it, so that a later change of the files cannot change what applied.
package struct RecordedRotation: Codable, Hashable, Sendable {
  package var name: String
  package var role: DutyRole
  package var zone: String
  /// The reading inside shift 0, as a clock of the zone shows it: milliseconds as if that clock showed UTC.
  package var start: Int64
  package var weekday: Int?
  package var hour: Int
  package var minute: Int
  package var days: Int
  package var members: [String]
  package var first: String?

  package init(_ rotation: Rotation) {
    name = rotation.name
    role = rotation.role
    zone = rotation.zone.identifier
    start = rotation.start.instantAsUTC.milliseconds
    weekday = rotation.handoff.weekday
    hour = rotation.handoff.hour
    minute = rotation.handoff.minute
    days = rotation.lengthInDays
    members = rotation.members
    first = rotation.first
  }

  /// Nil where this machine's database no longer knows the zone.
  package var rotation: Rotation? {
    guard let zone = Zone(zone) else { return nil }
    return Rotation(
      name: name, role: role, zone: zone, start: CivilTime(Instant(milliseconds: start)),
      handoff: Handoff(weekday: weekday, hour: hour, minute: minute), lengthInDays: days, members: members, first: first
    )
  }

  /// Whether another differs from it in its members alone.
  func differsInMembersAlone(from other: RecordedRotation) -> Bool {
    var same = other
    same.members = members
    return members != other.members && same == self
  }
}
