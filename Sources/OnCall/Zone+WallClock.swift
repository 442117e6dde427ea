package import EventLog

extension Zone {
  /// What the zone's clocks show at an instant.
  package func reading(at instant: Instant) -> WallClockReading {
    let offset = offset(at: instant)
    return WallClockReading(civil: CivilTime(instant, offset: offset), offset: offset)
  }

  /// The instant at which the zone's clocks show a reading.
  ///
  /// A reading that comes twice, in autumn, means its first occurrence. One that never comes, in a spring gap or on a
  /// day that was skipped, means the first instant after the gap. Assumes that a zone does not change its offset twice
  /// within two days.
  package func instant(of civil: CivilTime) -> Instant {
    let wall = civil.instantAsUTC
    let before = offset(at: wall - .days(1))
    let after = offset(at: wall + .days(1))
    let candidates = [wall - before, wall - after]
    let existing = zip(candidates, [before, after]).filter { offset(at: $0) == $1 }.map(\.0)
    return existing.min() ?? transition(from: min(candidates[0], candidates[1]), to: max(candidates[0], candidates[1]))
  }

  /// The first whole second with a new offset, between an instant before a transition and one at or after it.
  private func transition(from earlier: Instant, to later: Instant) -> Instant {
    var old = earlier.milliseconds / 1_000 - 1
    var new = later.milliseconds / 1_000 + 1
    let offsetBefore = offset(at: Instant(milliseconds: old * 1_000))
    while new - old > 1 {
      let middle = old + (new - old) / 2
      if offset(at: Instant(milliseconds: middle * 1_000)) == offsetBefore { old = middle } else { new = middle }
    }
    return Instant(milliseconds: new * 1_000)
  }
}
