package import EventLog

/// What a server's `Retry-After` says (RFC 9110 §10.2.3): seconds, or a date in one of three old forms.
package enum RetryAfter {
  /// Longer than this nobody is believed.
  static let longest = Span.hours(24)

  /// How long to wait from now; zero where the date has passed. Nil where the text is neither.
  package static func span(_ text: String, now: Instant) -> Span? {
    let parts = text.split { $0 == " " || $0 == "\t" }
    if parts.count == 1, let digits = parts.first, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return min(Int64(digits).map { .seconds(min($0, 86_400)) } ?? longest, longest)
    }
    let words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "-" }.map(String.init)
    guard let at = date(words, now: now) else { return nil }
    return min(max(at - now, .zero), longest)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"; the day's name is
  /// not looked at.
  private static func date(_ words: [String], now: Instant) -> Instant? {
    if words.count == 6, words[5].uppercased() == "GMT" || words[5].uppercased() == "UTC" {
      guard let year = Int(words[3]) else { return nil }
      return instant(day: words[1], month: words[2], year: full(year, now), time: words[4])
    }
    guard words.count == 5, let year = Int(words[4]) else { return nil }
    return instant(day: words[2], month: words[1], year: year, time: words[3])
  }

  /// Two digits mean the year within fifty of now.
  private static func full(_ year: Int, _ now: Instant) -> Int {
    guard (0...99).contains(year) else { return year }
    let present = CivilTime(now).year
    let near = present - present % 100 + year
    return near > present + 50 ? near - 100 : near
  }

  private static func instant(day: String, month: String, year: Int, time: String) -> Instant? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let day = Int(day), let month = months.firstIndex(of: month.lowercased()), (1_970...9_999).contains(year),
      (1...CivilTime.days(in: month + 1, of: year)).contains(day), parts.count == 3, let hour = parts[0],
      let minute = parts[1], let second = parts[2], (0..<24).contains(hour), (0..<60).contains(minute),
      (0...60).contains(second)
    else { return nil }
    return CivilTime(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second).instantAsUTC
  }
}
