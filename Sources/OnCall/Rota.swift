package import EventLog

/// The team and its rotations as the configuration has them. Who is on call follows from it together with what was
/// recorded: see `RecordedRota.schedule`.
package struct Rota: Hashable, Sendable {
  package var people: [Person]
  /// In the order of the configuration; of two for the same role the later one wins.
  package var rotations: [Rotation]
  package var pay: PayRules

  package static let empty = Rota(people: [], rotations: [])

  package init(people: [Person], rotations: [Rotation], pay: PayRules = PayRules()) {
    self.people = people
    self.rotations = rotations
    self.pay = pay
  }

  /// The person of a short name.
  package func person(named name: String) -> Person? { people.first { $0.name == name } }

  /// The person of a login of the operating system.
  package func person(login: String) -> Person? { people.first { $0.logins.contains(login) } }

  /// The schedule that these rotations alone give.
  package var schedule: Schedule {
    Schedule(people: people, versions: [Schedule.Version(from: nil, rotations: rotations)])
  }
}

// What the rotations alone give, without anything that was changed by hand.
extension Rota {
  /// Who holds a role at an instant.
  package func assignment(of role: DutyRole, at instant: Instant) -> Assignment {
    schedule.assignment(of: role, at: instant)
  }

  /// Who is on call at an instant, until when, and who comes next.
  package func onCall(at instant: Instant) -> OnCallNow { schedule.onCall(at: instant) }

  /// Every shift and gap that touches a period.
  package func shifts(from: Instant, to: Instant) -> [Shift] { schedule.shifts(from: from, to: to) }

  /// The gaps alone.
  package func gaps(from: Instant, to: Instant) -> [Shift] { schedule.gaps(from: from, to: to) }
}
