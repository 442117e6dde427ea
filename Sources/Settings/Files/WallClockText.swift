import EventLog
import OnCall

/// Dates and times of day as they stand in `oncall.yaml`.
enum WallClockText {
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// "Monday 09:00", "mon 09:00", or "09:00" for every day that a shift may end on.
  static func handoff(_ text: String) -> Handoff? {
    let words = text.lowercased().split(separator: " ")
    guard let last = words.last, words.count <= 2, let time = timeOfDay(last) else { return nil }
    guard words.count == 2 else { return Handoff(weekday: nil, hour: time.hour, minute: time.minute) }
    guard let place = weekdays.firstIndex(where: { $0 == words[0] || $0.prefix(3) == words[0] }) else { return nil }
    return Handoff(weekday: place + 1, hour: time.hour, minute: time.minute)
  }

  /// "2026-01-05" or "2026-01-05 09:00"; a date alone is its end, so that a handoff on that day counts as its start.
  static func reading(_ text: String) -> CivilTime? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard let date = words.first?.split(separator: "-"), words.count <= 2, date.count == 3,
      date.map(\.count) == [4, 2, 2], let year = number(date[0]), let month = number(date[1]),
      let day = number(date[2]),
      (1970...9_000).contains(year), (1...12).contains(month), (1...CivilTime.days(in: month, of: year)).contains(day)
    else { return nil }
    guard words.count == 2 else {
      return CivilTime(year: year, month: month, day: day, hour: 23, minute: 59, second: 59)
    }
    guard let time = timeOfDay(words[1]) else { return nil }
    return CivilTime(year: year, month: month, day: day, hour: time.hour, minute: time.minute)
  }

  private static func timeOfDay(_ text: Substring) -> (hour: Int, minute: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = number(parts[0]),
      let minute = number(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return (hour, minute)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}
