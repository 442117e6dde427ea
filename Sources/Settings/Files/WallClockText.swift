import EventLog
import OnCall

/// Dates and times of day as they stand in `oncall.yaml`.
enum WallClockText {
  /// "Monday 09:00", "mon 09:00", or "09:00" for every day that a shift may end on.
  static func handoff(_ text: String) -> Handoff? {
    let words = text.split(separator: " ")
    guard let last = words.last, words.count <= 2, let time = CivilTime.timeOfDay(last) else { return nil }
    guard words.count == 2 else { return Handoff(weekday: nil, hour: time.hour, minute: time.minute) }
    return CivilTime.weekday(named: words[0]).map { Handoff(weekday: $0, hour: time.hour, minute: time.minute) }
  }

  /// "2026-01-05" or "2026-01-05 09:00"; a date alone is its end, so that a handoff on that day counts as its start.
  static func reading(_ text: String) -> CivilTime? {
    guard let reading = CivilTime.reading(text) else { return nil }
    var civil = reading.civil
    if !reading.hasTime { (civil.hour, civil.minute, civil.second) = (23, 59, 59) }
    return civil
  }
}
