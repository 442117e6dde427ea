import EventLog

extension Span {
  /// A length of time as people write it: "15m", "4h", "1h30m", "90 min", "2 hours", "1 week"; a bare number is
  /// minutes. Nil where it is something else, is nothing, or is longer than a year.
  init?(written text: String) {
    var total: Int64 = 0
    var number: Int64?
    var unit = ""
    func minutes(_ unit: String) -> Int64? {
      switch unit {
      case "", "m", "min", "mins", "minute", "minutes": 1
      case "h", "hr", "hrs", "hour", "hours": 60
      case "d", "day", "days": 1_440
      case "w", "week", "weeks": 10_080
      default: nil
      }
    }
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "0"..."9":
        if !unit.isEmpty {
          guard let count = number, let factor = minutes(unit) else { return nil }
          total += count * factor
          number = nil
          unit = ""
        }
        number = (number ?? 0) * 10 + Int64(scalar.value - 48)
        guard let count = number, count < 1_000_000 else { return nil }
      case "a"..."z":
        guard number != nil, unit.utf8.count < 8 else { return nil }
        unit.unicodeScalars.append(scalar)
      case " ": continue
      default: return nil
      }
    }
    guard let count = number, let factor = minutes(unit) else { return nil }
    total += count * factor
    guard total > 0, total <= 366 * 1_440 else { return nil }
    self = .minutes(total)
  }
}
