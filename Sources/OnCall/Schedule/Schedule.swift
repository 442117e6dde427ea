package import EventLog

/// Who is on call at any instant: rotations as they applied at the time, changed by hand, people on leave passed over.
package struct Schedule: Hashable, Sendable {
  /// The rotations that were in force from an instant until the next version's.
  package struct Version: Hashable, Sendable {
    /// Nil for the first one, which also holds before anything was recorded.
    package var from: Instant?
    /// In the order of the configuration; of two for the same role the later one wins.
    package var rotations: [Rotation]

    package init(from: Instant?, rotations: [Rotation]) {
      self.from = from
      self.rotations = rotations
    }
  }

  package var people: [Person]
  /// By their beginning; the first holds before its own beginning, too.
  package var versions: [Version]
  package var edits: [DutyEdit]
  package var leaves: [Leave]

  package init(people: [Person], versions: [Version], edits: [DutyEdit] = [], leaves: [Leave] = []) {
    self.people = people
    self.versions = versions
    self.edits = edits
    self.leaves = leaves
  }

  /// The person of a short name; somebody without an entry of their own is still somebody.
  package func person(named name: String) -> Person { people.first { $0.name == name } ?? Person(name: name) }

  /// Whether anybody could ever be on call.
  package var isConfigured: Bool { versions.contains { !$0.rotations.isEmpty } || !edits.isEmpty }

  /// The leave that somebody is on at an instant.
  package func leave(of person: String, at instant: Instant) -> Leave? {
    leaves.first { $0.person == person && $0.covers(instant) }
  }

  /// The rotations in force at an instant.
  package func rotations(at instant: Instant) -> [Rotation] {
    (versions.last { ($0.from ?? instant) <= instant } ?? versions.first)?.rotations ?? []
  }

  /// The zone by whose wall clock a role is handed over; the primary's where the role has no turns of its own.
  package func zone(of role: DutyRole, at instant: Instant) -> Zone {
    let rotations = rotations(at: instant)
    return (rotations.deciding(role).last ?? rotations.last)?.zone ?? .utc
  }
}

extension [Rotation] {
  /// The rotation that gives a role its person: the last one with members.
  func of(_ role: DutyRole) -> Rotation? { last { $0.role == role && !$0.members.isEmpty } }

  /// The rotations whose handoffs can change who holds a role, the role's own one last.
  func deciding(_ role: DutyRole) -> [Rotation] {
    switch role {
    case .primary: [of(.primary)].compactMap(\.self)
    case .secondary: [of(.primary), of(.secondary)].compactMap(\.self)
    case .commander: [of(.commander)].compactMap(\.self)
    }
  }
}
