package import EventLog

extension Schedule {
  /// Every shift and gap that touches the time from `from` until before `to`, by start, then role. Shifts keep their
  /// true start and end; a gap without a rotation has none of its own and is cut to the time asked for. Nothing where
  /// `to` is not after `from`.
  package func shifts(from: Instant, to: Instant) -> [Shift] {
    guard from < to else { return [] }
    return DutyRole.allCases.flatMap { shifts(of: $0, from: from, to: to) }
      .enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  /// The gaps alone: the stretches in which nobody would be woken for a role.
  package func gaps(from: Instant, to: Instant) -> [Shift] { shifts(from: from, to: to).filter(\.isGap) }

  func shifts(of role: DutyRole, from: Instant, to: Instant) -> [Shift] {
    let lower = start(of: role, before: from)
    let upper = end(of: role, after: to)
    var edges = [lower, upper]
    /// The role's own handoffs: a shift ends there even where the same person goes on.
    var own: Set<Instant> = []
    for (version, start, end) in segments(from: lower, to: upper) {
      edges.append(start)
      let deciding = version.rotations.deciding(role)
      for (place, rotation) in deciding.enumerated() {
        let handoffs = rotation.handoffs(around: start, to: end).filter { start <= $0 && $0 <= end }
        edges += handoffs
        if place == deciding.count - 1 { own.formUnion(handoffs) }
      }
    }
    edges += edits.filter { $0.concerns(role) || (role == .secondary && $0.concerns(.primary)) }
      .flatMap { [$0.from, $0.end] }
    edges += leaves.flatMap { [$0.from, $0.end] }
    var shifts: [Shift] = []
    let ordered = Set(edges.filter { lower <= $0 && $0 <= upper }).sorted()
    for (start, end) in zip(ordered, ordered.dropFirst()) {
      let holder = assignment(of: role, at: start)
      // The edge of something else cuts only where it changes who it is, or why.
      if let last = shifts.last, !own.contains(start),
        Assignment(person: last.person, source: last.source, edit: last.edit) == holder
      {
        shifts[shifts.count - 1].end = end
      } else {
        shifts.append(
          Shift(start: start, end: end, role: role, person: holder.person, source: holder.source, edit: holder.edit))
      }
    }
    return shifts.filter { $0.start < to && $0.end > from }
  }

  /// The versions that were in force in a period, each with its part of it.
  private func segments(from: Instant, to: Instant) -> [(version: Version, start: Instant, end: Instant)] {
    versions.enumerated().compactMap { place, version in
      let start = place == 0 ? from : max(version.from ?? from, from)
      let end = place + 1 < versions.count ? min(versions[place + 1].from ?? to, to) : to
      return start < end ? (version, start, end) : nil
    }
  }

  private func own(_ role: DutyRole, at instant: Instant) -> Rotation? { rotations(at: instant).deciding(role).last }

  /// The last own handoff of a role not after an instant; where it has no turns, when the edit in force there began.
  private func start(of role: DutyRole, before instant: Instant) -> Instant {
    guard let rotation = own(role, at: instant) else {
      return edits.filter { $0.concerns(role) && $0.covers(instant) }.map(\.from).min() ?? instant
    }
    let start = rotation.start(ofShift: rotation.shift(at: instant))
    guard let began = versions.last(where: { ($0.from ?? instant) <= instant })?.from, start < began,
      let before = own(role, at: began - .milliseconds(1))
    else { return start }
    // The shift under way when the rotation was changed began under the one before.
    return before.start(ofShift: before.shift(at: began - .milliseconds(1)))
  }

  private func end(of role: DutyRole, after instant: Instant) -> Instant {
    let last = instant - .milliseconds(1)
    guard let rotation = own(role, at: last) else {
      return edits.filter { $0.concerns(role) && $0.covers(last) }.map(\.end).max().map { max($0, instant) } ?? instant
    }
    return rotation.start(ofShift: rotation.shift(at: last) + 1)
  }
}

extension Rotation {
  /// The instants at which a shift begins, from the last one not after `from` to the first one not before `to`.
  fileprivate func handoffs(around from: Instant, to: Instant) -> [Instant] {
    var index = shift(at: from)
    var start = start(ofShift: index)
    var handoffs = [start]
    while start < to {
      index += 1
      start = self.start(ofShift: index)
      handoffs.append(start)
    }
    return handoffs
  }
}
