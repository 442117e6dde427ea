package import EventLog

/// What is odd about a reading of a wall clock on the day the clocks change.
package enum WallClockNote: String, Hashable, Sendable, CaseIterable {
  /// The clocks never show it: they jump over it.
  case skipped
  /// They show it twice.
  case repeated
}

extension Zone {
  /// What is odd about a reading; nil on any ordinary day.
  package func note(on civil: CivilTime) -> WallClockNote? {
    let first = instant(of: civil)
    guard reading(at: first).civil.instantAsUTC == civil.instantAsUTC else { return .skipped }
    let wall = civil.instantAsUTC
    let offsets = Set([offset(at: wall - .days(1)), offset(at: wall + .days(1))])
    let meanings = offsets.filter { offset(at: wall - $0) == $0 }
    return meanings.count > 1 ? .repeated : nil
  }
}
