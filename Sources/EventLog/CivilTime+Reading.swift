/// Readings of a wall clock as people write them, the same wherever they do.
extension CivilTime {
  /// The days of the week in full and in lower case, Monday first.
  package static let fullWeekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// 1 for "Monday", "mon" or "Mond" to 7 for Sunday; nil for other words.
  package static func weekday(named word: some StringProtocol) -> Int? {
    let plain = word.lowercased()
    guard plain.count >= 3 else { return nil }
    return fullWeekdays.firstIndex { $0.hasPrefix(plain) }.map { $0 + 1 }
  }

  /// "14:05" or "9:05"; nil for what is no time of day.
  package static func timeOfDay(_ text: some StringProtocol) -> (hour: Int, minute: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = number(parts[0]),
      let minute = number(parts[1]), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }

  /// "2026-11-29", "2026-11-29 01:30" or with a "T" between; a date alone is its first minute and says so.
  package static func reading(_ text: some StringProtocol) -> (civil: CivilTime, hasTime: Bool)? {
    let words = text.split { $0 == " " || $0 == "T" }
    guard let date = words.first?.split(separator: "-"), words.count <= 2, date.map(\.count) == [4, 2, 2],
      let year = number(date[0]), let month = number(date[1]), let day = number(date[2]),
      (1970...9_000).contains(year), (1...12).contains(month), (1...days(in: month, of: year)).contains(day)
    else { return nil }
    guard words.count == 2 else { return (CivilTime(year: year, month: month, day: day), false) }
    return timeOfDay(words[1]).map {
      (CivilTime(year: year, month: month, day: day, hour: $0.hour, minute: $0.minute), true)
    }
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}
