package import EventLog

extension Rota {
  /// Every shift and gap that touches the time from `from` until before `to`, by start, then role. Shifts keep their
  /// true start and end; a gap has none of its own and is cut to the time asked for. Nothing where `to` is not after
  /// `from`.
  package func shifts(from: Instant, to: Instant) -> [Shift] {
    guard from < to else { return [] }
    return DutyRole.allCases.flatMap { shifts(of: $0, from: from, to: to) }
      .enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  /// The gaps alone: the stretches in which nobody would be woken for a role.
  package func gaps(from: Instant, to: Instant) -> [Shift] { shifts(from: from, to: to).filter(\.isGap) }

  private func shifts(of role: DutyRole, from: Instant, to: Instant) -> [Shift] {
    let edges = handoffs(of: role, around: from, to: to)
    guard edges.count > 1 else {
      return [Shift(start: from, end: to, role: role, person: nil, source: .nobody)]
    }
    return zip(edges, edges.dropFirst()).compactMap { start, end in
      guard start < to, end > from else { return nil }
      let assignment = assignment(of: role, at: start)
      let isGap = assignment.person == nil
      return Shift(
        start: isGap ? max(start, from) : start, end: isGap ? min(end, to) : end, role: role,
        person: assignment.person, source: assignment.source)
    }
  }

  /// The instants at which a role can change hands, from the last one not after `from` to the first one not before
  /// `to`. Where two rotations decide, both cut.
  private func handoffs(of role: DutyRole, around from: Instant, to: Instant) -> [Instant] {
    var edges: Set<Instant> = []
    for rotation in rotations(deciding: role) {
      var index = rotation.shift(at: from)
      var start = rotation.start(ofShift: index)
      edges.insert(start)
      while start < to {
        index += 1
        start = rotation.start(ofShift: index)
        edges.insert(start)
      }
    }
    return edges.sorted()
  }
}
