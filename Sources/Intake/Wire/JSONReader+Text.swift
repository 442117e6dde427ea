extension JSONReader {
  /// The rest of a string whose opening quote is read. Most strings hold no escape: those are copied in one go.
  mutating func textAfterQuote() throws(JSONFault) -> String {
    let start = offset
    var end = offset
    scan: while end < bytes.count {
      switch bytes[end] {
      case Byte.quote:
        offset = end + 1
        return try text(of: bytes[start..<end], from: start)
      case Byte.backslash: break scan
      case 0..<32: throw JSONFault("a string holds a control character that is not escaped", at: end)
      default: end += 1
      }
    }
    guard end < bytes.count else { throw JSONFault("a string is not closed", at: end) }
    return try textWithEscapes(from: start, firstEscape: end)
  }

  private mutating func textWithEscapes(from start: Int, firstEscape: Int) throws(JSONFault) -> String {
    var plain = Array(bytes[start..<firstEscape])
    offset = firstEscape
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case Byte.quote: return try text(of: plain[...], from: start)
      case Byte.backslash: try readEscape(into: &plain)
      case 0..<32: throw JSONFault("a string holds a control character that is not escaped", at: offset - 1)
      default: plain.append(byte)
      }
    }
    throw JSONFault("a string is not closed", at: offset)
  }

  private func text(of plain: ArraySlice<UInt8>, from start: Int) throws(JSONFault) -> String {
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw JSONFault("a string is not UTF-8", at: start)
    }
    return text
  }

  private mutating func readEscape(into plain: inout [UInt8]) throws(JSONFault) {
    guard offset < bytes.count else { throw JSONFault("a string is not closed", at: offset) }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case Byte.quote, Byte.backslash, Byte.slash: plain.append(byte)
    case Byte.b: plain.append(8)
    case Byte.f: plain.append(12)
    case Byte.n: plain.append(Byte.newline)
    case Byte.r: plain.append(Byte.carriageReturn)
    case Byte.t: plain.append(Byte.tab)
    case Byte.u: plain.append(contentsOf: String(Character(try readScalar())).utf8)
    default: throw JSONFault("a string holds an escape that JSON does not know", at: offset - 1)
    }
  }

  private mutating func readScalar() throws(JSONFault) -> Unicode.Scalar {
    let high = try readFourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    let afterHigh = offset
    guard high < 0xDC00, take(Byte.backslash), take(Byte.u) else {
      offset = afterHigh
      return "\u{FFFD}"
    }
    let low = try readFourDigits()
    guard (0xDC00...0xDFFF).contains(low) else {
      offset = afterHigh
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readFourDigits() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = Byte.hexadecimal(bytes[offset]) else {
        throw JSONFault("an escape lacks its four hexadecimal digits", at: offset)
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }
}
