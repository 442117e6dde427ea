package import EventLog

/// The team and its rotations: who is on call at any instant, past or future, as far as the configuration says.
///
/// What was in force on a day gone by is read from the log; this says what the present rules give.
package struct Rota: Hashable, Sendable {
  package var people: [Person]
  /// In the order of the configuration; of two for the same role the later one wins.
  package var rotations: [Rotation]

  package static let empty = Rota(people: [], rotations: [])

  package init(people: [Person], rotations: [Rotation]) {
    self.people = people
    self.rotations = rotations
  }

  /// The person of a short name.
  package func person(named name: String) -> Person? { people.first { $0.name == name } }

  /// The person of a login of the operating system.
  package func person(login: String) -> Person? { people.first { $0.logins.contains(login) } }

  /// Who holds a role at an instant.
  package func assignment(of role: DutyRole, at instant: Instant) -> Assignment {
    claims(to: role, at: instant).min { $0.source < $1.source } ?? .nobody
  }

  /// Everybody who could hold a role at an instant; the order of their sources decides.
  private func claims(to role: DutyRole, at instant: Instant) -> [Assignment] {
    let person =
      switch role {
      case .primary, .commander: member(of: role, at: instant)
      case .secondary: secondary(at: instant)
      }
    return person.map { [Assignment(person: $0, source: .rotation)] } ?? []
  }

  private func member(of role: DutyRole, at instant: Instant) -> String? {
    rotation(of: role).flatMap { $0.member(ofShift: $0.shift(at: instant)) }
  }

  /// The previous primary, unless the secondary has turns of its own; never the primary while somebody else takes
  /// turns.
  private func secondary(at instant: Instant) -> String? {
    let primary = member(of: .primary, at: instant)
    if let own = rotation(of: .secondary) {
      return own.member(ofShift: own.shift(at: instant), otherThan: primary)
    }
    return rotation(of: .primary).flatMap {
      $0.member(ofShift: $0.shift(at: instant) - 1, otherThan: primary)
    }
  }

  /// The rotation that gives a role its person: the last one with members.
  private func rotation(of role: DutyRole) -> Rotation? {
    rotations.last { $0.role == role && !$0.members.isEmpty }
  }

  /// The rotations whose handoffs can change who holds a role, the role's own one last.
  func rotations(deciding role: DutyRole) -> [Rotation] {
    switch role {
    case .primary: [rotation(of: .primary)].compactMap(\.self)
    case .secondary: [rotation(of: .primary), rotation(of: .secondary)].compactMap(\.self)
    case .commander: [rotation(of: .commander)].compactMap(\.self)
    }
  }
}
