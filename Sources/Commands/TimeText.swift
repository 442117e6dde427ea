package import EventLog
package import Incidents

/// Times as people give them: RFC 3339, "14:05", "10m ago", "-10m".
package enum TimeText {
  /// Reads a time against a moment and the offset of the wall clock that the person looks at.
  ///
  /// A time of day is the most recent one in the past, known to the minute; a distance is exact to its unit.
  /// - Returns: nil where the text is no time.
  package static func parse(_ text: some StringProtocol, now: Instant, offset: Span = .zero) -> GivenTime? {
    let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let instant = Instant(rfc3339: plain) { return GivenTime(instant) }
    if let at = timeOfDay(plain, now: now, offset: offset) { return GivenTime(at, precision: .minute) }
    if plain == "now" { return GivenTime(now) }
    var distance = Substring(plain)
    if plain.hasSuffix(" ago") {
      distance = plain.dropLast(4)
    } else if plain.hasPrefix("-") {
      distance = plain.dropFirst()
    } else {
      return nil
    }
    guard let span = span(distance) else { return nil }
    return GivenTime(now - span, precision: span.milliseconds % 60_000 == 0 ? .minute : .exact)
  }

  /// "90s", "12m", "2h", "1h30m", "3d"; nil where it is no such length or no length at all.
  package static func span(_ text: some StringProtocol) -> Span? {
    var total: Int64 = 0
    var number: Int64?
    for scalar in text.unicodeScalars {
      if let digit = Int64(String(scalar)) {
        guard (number ?? 0) < 100_000 else { return nil }
        number = (number ?? 0) * 10 + digit
        continue
      }
      guard let count = number else { return nil }
      switch scalar {
      case "s": total += count * 1_000
      case "m": total += count * 60_000
      case "h": total += count * 3_600_000
      case "d": total += count * 86_400_000
      default: return nil
      }
      number = nil
    }
    return number == nil && total > 0 ? Span(milliseconds: total) : nil
  }

  private static func timeOfDay(_ text: String, now: Instant, offset: Span) -> Instant? {
    guard let time = CivilTime.timeOfDay(text) else { return nil }
    var local = CivilTime(now, offset: offset)
    local.hour = time.hour
    local.minute = time.minute
    local.second = 0
    local.millisecond = 0
    let today = local.instantAsUTC - offset
    return today <= now ? today : today - .days(1)
  }
}
