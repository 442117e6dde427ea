package import EventLog

/// How it came that somebody holds a role at an instant, layer by layer.
package struct DutyResolution: Hashable, Sendable {
  /// An override in force at the instant, and whether it changed anything.
  package struct Applied: Hashable, Sendable {
    package var edit: DutyEdit
    package var isEffective: Bool
  }

  package var role: DutyRole
  package var at: Instant
  /// The temporary schedules in force; the last one, which began last, decides.
  package var temporary: [DutyEdit]
  /// The overrides in force, in the order in which they apply: the one that began last, last.
  package var overrides: [Applied]
  /// Whose turn it is by the rotation; nil where the role has none.
  package var turn: RotationTurn?
  package var assignment: Assignment
}

/// A turn of a rotation, and who has it when people on leave are passed over.
package struct RotationTurn: Hashable, Sendable {
  package var rotation: String
  package var zone: Zone
  /// The shift that holds the instant.
  package var start: Instant
  package var end: Instant
  /// Whose turn it is in the order of the members.
  package var member: String?
  /// Who has it: the member, or who had the turn before where the member is away or holds the other role.
  package var person: String?
  /// The members on leave.
  package var away: [String]
  /// Who was passed over because they are the primary.
  package var passedOver: String?

  /// How much longer (or shorter) the shift is by the clock on the wall than in truth; zero except across a change to
  /// or from summer time.
  package var clockChange: Span {
    zone.reading(at: end).offset - zone.reading(at: start).offset
  }
}
