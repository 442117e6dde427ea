// Text form of an instant. Written by hand because the pure rooms know no Foundation, and because a webhook body
// carries up to nanoseconds and any offset, which the ready-made formatters refuse in part (RFC 3339 §5.6).

extension Instant {
  /// "2026-11-21T03:31:00.000Z": always UTC, always milliseconds.
  package var rfc3339: String {
    let parts = CivilTime(self)
    guard (0...9_999).contains(parts.year) else {
      return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
        + "T\(padded(parts.hour, 2)):\(padded(parts.minute, 2)):\(padded(parts.second, 2))"
        + ".\(padded(parts.millisecond, 3))Z"
    }
    return String(unsafeUninitializedCapacity: 24) { bytes in
      func put(_ number: Int, _ width: Int, at place: Int, then mark: Unicode.Scalar) {
        var number = number
        for digit in stride(from: place + width - 1, through: place, by: -1) {
          bytes[digit] = UInt8(48 + number % 10)
          number /= 10
        }
        bytes[place + width] = UInt8(mark.value)
      }
      put(parts.year, 4, at: 0, then: "-")
      put(parts.month, 2, at: 5, then: "-")
      put(parts.day, 2, at: 8, then: "T")
      put(parts.hour, 2, at: 11, then: ":")
      put(parts.minute, 2, at: 14, then: ":")
      put(parts.second, 2, at: 17, then: ".")
      put(parts.millisecond, 3, at: 20, then: "Z")
      return 24
    }
  }

  /// Reads RFC 3339 with any offset and any number of fractional digits; what is finer than a millisecond is cut.
  /// Nil where the text is not such a time, names a day that does not exist, or lies outside the years 1 to 9999.
  package init?(rfc3339 text: some StringProtocol) { self.init(rfc3339: String(text)) }

  /// The same for whole strings: every alert has two, and a generic reader costs ten times as much.
  package init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2), reader.skip("-"),
      let day = reader.digits(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.digits(2), reader.skip(":"), let minute = reader.digits(2)
    else { return nil }
    var second = 0
    var millisecond = 0
    if reader.skip(":") {
      guard let value = reader.digits(2) else { return nil }
      second = value
      if reader.skip(".") {
        guard let value = reader.fraction() else { return nil }
        millisecond = value
      }
    }
    var offsetMinutes = 0
    if !(reader.skip("Z") || reader.skip("z")) {
      let sign: Int
      if reader.skip("+") { sign = 1 } else if reader.skip("-") { sign = -1 } else { return nil }
      guard let hours = reader.digits(2), reader.skip(":"), let minutes = reader.digits(2), hours < 24, minutes < 60
      else { return nil }
      offsetMinutes = sign * (hours * 60 + minutes)
    }
    guard reader.isAtEnd, year >= 1, (1...12).contains(month), (1...CivilTime.days(in: month, of: year)).contains(day),
      hour < 24, minute < 60, second < 61
    else { return nil }
    let civil = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    let instant = civil.instantAsUTC - .minutes(Int64(offsetMinutes))
    // An offset (or a leap second) can carry a time over the edge, where it could not be written down again.
    guard (1...9_999).contains(CivilTime(instant).year) else { return nil }
    self = instant
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is not an RFC 3339 time")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}

extension Instant: CustomStringConvertible {
  package var description: String { rfc3339 }
}

/// Decimal text of a number, filled with zeros on the left to a width.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}

private struct DigitReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = nextDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  mutating func fraction() -> Int? {
    var value = 0
    var read = 0
    while let digit = nextDigit() {
      if read < 3 { value = value * 10 + digit }
      read += 1
    }
    guard read > 0 else { return nil }
    for _ in read..<max(read, 3) { value *= 10 }
    return value
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, UInt32(bytes[offset]) == scalar.value else { return false }
    offset += 1
    return true
  }

  private mutating func nextDigit() -> Int? {
    guard offset < bytes.count, (48...57).contains(bytes[offset]) else { return nil }
    defer { offset += 1 }
    return Int(bytes[offset]) - 48
  }
}
