import EventLog

/// Lengths of time as people write them: "90s", "15m", "1h30m", "7d", "1w".
enum SpanText {
  /// Nil where the text is no such length, has no unit, or is longer than a hundred years.
  static func span(_ text: String) -> Span? {
    var total: Int64 = 0
    var rest = text[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard let count = Int64(digits), count <= 3_200_000_000, let unit = rest.popFirst(), let length = length(of: unit)
      else { return nil }
      total += count * length
      guard total <= 100 * 366 * 86_400 else { return nil }
    }
    return .seconds(total)
  }

  private static func length(of unit: Character) -> Int64? {
    switch unit {
    case "s": 1
    case "m": 60
    case "h": 3_600
    case "d": 86_400
    case "w": 604_800
    default: nil
    }
  }
}
