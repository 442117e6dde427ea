import EventLog

/// A length of time as people write it: "5 minutes", "1h 30m", "2 hours and 5 minutes", "01:30:00".
enum StatedSpan {
  /// Nil where a word of it is not known: then nothing of it counts.
  static func read(_ text: String) -> Span? {
    let plain = text.lowercased()
    if let clock = clock(plain) { return clock }
    var total: Int64 = 0
    var number: Double?
    var hasUnit = false
    var word = ""
    func unit(_ word: String) -> Int64? {
      switch word {
      case "s", "sec", "secs", "second", "seconds": 1_000
      case "m", "min", "mins", "minute", "minutes": 60_000
      case "h", "hr", "hrs", "hour", "hours": 3_600_000
      case "d", "day", "days": 86_400_000
      case "w", "week", "weeks": 604_800_000
      default: nil
      }
    }
    func close() -> Bool {
      defer { word = "" }
      if word.isEmpty { return true }
      if ["and", "about", "approximately", "approx", "circa", "ca", "around", "roughly"].contains(word) { return true }
      guard let count = number, let length = unit(word) else { return false }
      total += Int64(count * Double(length))
      number = nil
      hasUnit = true
      return true
    }
    var digits = ""
    for character in plain + " " {
      if character.isNumber || character == "." && !digits.isEmpty {
        guard close() else { return nil }
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        guard number == nil, let value = Double(digits.hasSuffix(".") ? String(digits.dropLast()) : digits),
          value < 100_000
        else { return nil }
        number = value
        digits = ""
      }
      if character.isLetter {
        word.append(character)
      } else {
        guard close() else { return hasUnit && character == "(" ? Span(milliseconds: total) : nil }
        // What stands in brackets explains what stands before them.
        if character == "(", hasUnit { return Span(milliseconds: total) }
      }
    }
    return hasUnit && number == nil ? Span(milliseconds: total) : nil
  }

  private static func clock(_ text: String) -> Span? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2], hours < 10_000,
      (0..<60).contains(minutes), (0..<60).contains(seconds)
    else { return nil }
    return .seconds(hours * 3_600 + minutes * 60 + seconds)
  }
}
