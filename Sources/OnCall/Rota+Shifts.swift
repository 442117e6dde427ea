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
    let rotations = rotations(deciding: role)
    let handoffs = rotations.map { $0.handoffs(around: from, to: to) }
    guard let own = handoffs.last else {
      return [Shift(start: from, end: to, role: role, person: nil, source: .nobody)]
    }
    let edges = Set(handoffs.joined()).sorted()
    var shifts: [Shift] = []
    for (start, end) in zip(edges, edges.dropFirst()) {
      let assignment = assignment(of: role, at: start)
      // The handoff of another role cuts only where it changes the person.
      if let last = shifts.last, last.person == assignment.person, !own.contains(start) {
        shifts[shifts.count - 1].end = end
      } else {
        shifts.append(
          Shift(start: start, end: end, role: role, person: assignment.person, source: assignment.source))
      }
    }
    return shifts.filter { $0.start < to && $0.end > from }
  }
}

extension Rotation {
  /// The instants at which a shift begins, from the last one not after `from` to the first one not before `to`.
  fileprivate func handoffs(around from: Instant, to: Instant) -> Set<Instant> {
    var index = shift(at: from)
    var start = start(ofShift: index)
    var handoffs: Set<Instant> = [start]
    while start < to {
      index += 1
      start = self.start(ofShift: index)
      handoffs.insert(start)
    }
    return handoffs
  }
}
