package import EventLog

/// When a shift ends and the next begins, by the wall clock of the rotation's zone.
package struct Handoff: Hashable, Sendable {
  /// Monday is 1 and Sunday is 7; nil where it happens on whatever day the shift's length gives.
  package var weekday: Int?
  package var hour: Int
  package var minute: Int

  package init(weekday: Int?, hour: Int, minute: Int) {
    self.weekday = weekday
    self.hour = hour
    self.minute = minute
  }

  /// The last handoff at or before a reading.
  package func last(atOrBefore civil: CivilTime) -> CivilTime {
    var handoff = CivilTime(year: civil.year, month: civil.month, day: civil.day, hour: hour, minute: minute)
    if let weekday { handoff = handoff.adding(days: -((handoff.weekday - weekday + 7) % 7)) }
    guard handoff.instantAsUTC > civil.instantAsUTC else { return handoff }
    return handoff.adding(days: weekday == nil ? -1 : -7)
  }
}
