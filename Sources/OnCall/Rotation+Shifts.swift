package import EventLog

extension Rotation {
  /// The first reading of shift 0.
  private var anchor: CivilTime { handoff.last(atOrBefore: start) }

  /// When shift `index` begins; it ends when the next one begins.
  package func start(ofShift index: Int) -> Instant {
    zone.instant(of: anchor.adding(days: index * lengthInDays))
  }

  /// Which shift an instant lies in; the instant of a handoff belongs to the new shift.
  package func shift(at instant: Instant) -> Int {
    let today = zone.reading(at: instant).civil.daysSince1970
    let (quotient, remainder) = (today - anchor.daysSince1970).quotientAndRemainder(dividingBy: lengthInDays)
    var index = remainder < 0 ? quotient - 1 : quotient
    // The days alone miss the time of day and a handoff that the change of the clocks has moved: at most one shift off.
    while start(ofShift: index) > instant { index -= 1 }
    while start(ofShift: index + 1) <= instant { index += 1 }
    return index
  }

  /// Whose turn shift `index` is; nil where there are no members.
  package func member(ofShift index: Int) -> String? {
    guard !members.isEmpty else { return nil }
    let offset = first.flatMap { members.firstIndex(of: $0) } ?? 0
    let place = (index + offset) % members.count
    return members[place < 0 ? place + members.count : place]
  }

  /// Whose turn shift `index` is, passing over one person and everybody who is away: the turn goes to whoever had it
  /// before. The person themselves where nobody else takes turns; nil where everybody is away.
  package func member(ofShift index: Int, otherThan excluded: String?, away: Set<String> = []) -> String? {
    for step in 0..<max(1, members.count) {
      if let member = member(ofShift: index - step), member != excluded, !away.contains(member) { return member }
    }
    return members.allSatisfy { $0 == excluded && !away.contains($0) } ? excluded : nil
  }

  /// The same rotation with other members from the shift that holds `instant` on: who is on call then stays so, and
  /// the turns go on from there. Where that person is no longer a member, the next of the old order takes over.
  package func changingMembers(to members: [String], at instant: Instant) -> Rotation {
    let index = shift(at: instant)
    var changed = self
    changed.start = anchor.adding(days: index * lengthInDays)
    changed.first = (0..<max(1, self.members.count)).lazy
      .compactMap { member(ofShift: index + $0) }.first { members.contains($0) }
    changed.members = members
    return changed
  }
}
