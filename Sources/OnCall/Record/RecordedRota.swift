package import EventLog

/// What was recorded of the team's rota: which rotations applied when, and everything that was changed by hand.
package struct RecordedRota: Codable, Hashable, Sendable {
  /// Rotations in force from an instant on.
  package struct Version: Codable, Hashable, Sendable {
    package var from: Instant
    package var configured: [RecordedRotation]
    package var effective: [RecordedRotation]
  }

  package var versions: [Version] = []
  package var edits: [DutyEdit] = []
  package var leaves: [Leave] = []
  package var swaps: [ShiftSwap] = []
  package var handoffs: [OfferedHandoff] = []
  /// Not seen yet by whom they are for.
  package var notices: [ShiftNotice] = []
  package var deadlines: [Deadline] = []
  /// When it last changed; nil where nothing was ever recorded.
  package var changedAt: Instant?

  /// One rota a store.
  package static let stream = StreamID(RotaFold.streamKind, "rota")

  package init() {}

  package func edit(_ id: EventID) -> DutyEdit? { edits.first { $0.id == id } }

  /// The offers of swaps that still stand, so long as there is something left to give.
  package func openSwaps(at now: Instant) -> [ShiftSwap] {
    swaps.filter { $0.state == .offered && $0.given.until > now }
  }

  package var openHandoffs: [OfferedHandoff] { handoffs.filter(\.isOpen) }

  /// What somebody has not seen yet and is not over.
  package func notices(for person: String, at now: Instant) -> [ShiftNotice] {
    notices.filter { $0.person == person && $0.until > now }
  }
}

extension RecordedRota {
  /// Who is on call when: what was recorded, and from `now` on the configuration at hand, where nobody has recorded it
  /// yet. A configuration without rotations leaves what was recorded in force.
  package func schedule(configured: Rota, at now: Instant) -> Schedule {
    var known = versions.enumerated().map { place, version in
      Schedule.Version(from: place == 0 ? nil : version.from, rotations: version.effective.compactMap(\.rotation))
    }
    if let next = version(configured: configured, at: now) {
      known.append(
        Schedule.Version(
          from: known.isEmpty ? nil : next.from, rotations: next.effective.compactMap(\.rotation)))
    }
    if known.isEmpty { known = [Schedule.Version(from: nil, rotations: configured.rotations)] }
    return Schedule(people: configured.people, versions: known, edits: edits, leaves: leaves)
  }

  /// The version that the configuration would begin; nil where it is the one recorded last.
  func version(configured: Rota, at now: Instant) -> Version? {
    let new = configured.rotations.map(RecordedRotation.init)
    guard !new.isEmpty, versions.last?.configured != new else { return nil }
    let effective = new.map { rotation -> RecordedRotation in
      guard let last = versions.last, let old = last.configured.first(where: { $0.name == rotation.name }),
        let inForce = last.effective.first(where: { $0.name == rotation.name })
      else { return rotation }
      if old == rotation { return inForce }
      guard old.differsInMembersAlone(from: rotation), let inForce = inForce.rotation else { return rotation }
      return RecordedRotation(inForce.changingMembers(to: rotation.members, at: now))
    }
    return Version(from: now, configured: new, effective: effective)
  }
}
