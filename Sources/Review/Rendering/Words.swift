import EventLog

extension Span {
  /// A measured length, to the second where that matters: "45s", "3m 20s", "1h 05m", "2d 3h".
  var measured: String {
    let total = max(seconds, 0)
    if total < 60 { return "\(total)s" }
    if total < 3_600 { return total % 60 == 0 ? "\(total / 60)m" : "\(total / 60)m \(padded(Int(total % 60), 2))s" }
    if total < 86_400 { return "\(total / 3_600)h \(padded(Int(total % 3_600 / 60), 2))m" }
    return "\(total / 86_400)d \(total % 86_400 / 3_600)h"
  }
}

extension Instant {
  /// "2026-11-21 14:02:31", in UTC.
  var dateAndClock: String {
    let parts = CivilTime(self)
    return String(unsafeUninitializedCapacity: 19) { bytes in
      func write(_ number: Int, _ width: Int, _ place: Int, then mark: Unicode.Scalar?) {
        var rest = number
        for offset in (0..<width).reversed() {
          bytes[place + offset] = UInt8(48 + abs(rest) % 10)
          rest /= 10
        }
        if let mark { bytes[place + width] = UInt8(ascii: mark) }
      }
      write(parts.year, 4, 0, then: "-")
      write(parts.month, 2, 5, then: "-")
      write(parts.day, 2, 8, then: " ")
      write(parts.hour, 2, 11, then: ":")
      write(parts.minute, 2, 14, then: ":")
      write(parts.second, 2, 17, then: nil)
      return 19
    }
  }

  /// "14:02:31", in UTC.
  var clock: String { String(dateAndClock.dropFirst(11)) }

  /// As exactly as it is known: to the second, to the minute, or with "~" before it.
  func written(_ precision: Precision) -> String {
    switch precision {
    case .exact: dateAndClock
    case .minute: String(dateAndClock.dropLast(3))
    case .approximate: "~" + dateAndClock.dropLast(3)
    case .unknown: "unknown"
    }
  }
}
