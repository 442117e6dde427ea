import EventLog

/// Which shifts moved between two schedules, and for whom.
enum ShiftMoves {
  /// As far ahead as people plan by their shifts.
  private static let horizon = Span.days(120)
  /// A change that moves more than this is read in the schedule, not in notices.
  private static let most = 24

  /// A notice to everybody else whose shifts differ.
  static func notices(from before: Schedule, to after: Schedule, facts: RotaFacts) -> [Draft] {
    guard before != after else { return [] }
    let end = facts.now + horizon
    var moves: [ShiftMoved] = []
    for role in DutyRole.allCases {
      let old = before.shifts(of: role, from: facts.now, to: end)
      let new = after.shifts(of: role, from: facts.now, to: end)
      guard old != new else { continue }
      moves += moved(role, old, new, isGained: false, facts) + moved(role, new, old, isGained: true, facts)
    }
    moves.removeAll { $0.person == facts.actor.person }
    moves.sort { ($0.from, $0.person, $0.role.rawValue) < ($1.from, $1.person, $1.role.rawValue) }
    return moves.prefix(most).map(facts.draft)
  }

  /// What of one list of shifts the other does not give to the same person; neighbouring parts become one.
  private static func moved(
    _ role: DutyRole, _ shifts: [Shift], _ others: [Shift], isGained: Bool, _ facts: RotaFacts
  ) -> [ShiftMoved] {
    var moves: [ShiftMoved] = []
    for shift in shifts {
      guard let person = shift.person else { continue }
      for other in others where other.person != person {
        let from = max(shift.start, other.start, facts.now)
        let until = min(shift.end, other.end)
        guard from < until else { continue }
        if let last = moves.last, last.person == person, last.until == from {
          moves[moves.count - 1].until = until
        } else {
          moves.append(
            ShiftMoved(
              person: person, role: role, isGained: isGained, from: from, until: until,
              because: "changed by \(facts.actor.person)"))
        }
      }
    }
    return moves
  }
}
