import EventLog
import Incidents

/// A time in front of a composer's line: a length back from now, or a time of day.
enum TimePrefix {
  static func read(_ word: Substring, now: Instant, offset: Span) -> GivenTime? {
    if word.first == "-" { return back(word.dropFirst(), now: now) }
    return timeOfDay(word, now: now, offset: offset)
  }

  /// Whether a word looks as if somebody meant a time with it, be it one or not: "25:99", "14:5", "-12".
  static func isMeant(by word: Substring) -> Bool {
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    if word.first == "-" {
      let rest = word.dropFirst()
      return rest.first.map(isDigit) == true && rest.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }
    let parts = (word.last == "Z" ? word.dropLast() : word).split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(isDigit) }
  }

  /// "12m", "2h", "1h30m", "90s", "1d", in any sum; a person who counts in hours is not exact to the minute.
  private static func back(_ text: Substring, now: Instant) -> GivenTime? {
    var total = Span.zero
    var digits = ""
    var isCoarse = true
    guard !text.isEmpty else { return nil }
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard digits.utf8.count <= 6, let count = Int64(digits) else { return nil }
      switch character {
      case "s": (total, isCoarse) = (total + .seconds(count), false)
      case "m": (total, isCoarse) = (total + .minutes(count), false)
      case "h": total = total + .hours(count)
      case "d": total = total + .days(count)
      default: return nil
      }
      digits = ""
    }
    guard digits.isEmpty else { return nil }
    return GivenTime(now - total, precision: isCoarse ? .approximate : .minute)
  }

  /// "02:41" or "02:41Z", "2:41": its most recent past in the displayed zone, or in UTC with the Z.
  private static func timeOfDay(_ word: Substring, now: Instant, offset: Span) -> GivenTime? {
    let isUTC = word.last == "Z"
    let parts = (isUTC ? word.dropLast() : word).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    let zone = isUTC ? Span.zero : offset
    let today = CivilTime(now, offset: zone)
    let reading = CivilTime(year: today.year, month: today.month, day: today.day, hour: hour, minute: minute)
    let at = reading.instantAsUTC - zone
    return GivenTime(at <= now ? at : at - .days(1), precision: .minute)
  }
}
