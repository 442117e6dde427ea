/// Writes a payload as JSON text by hand, for the kinds that come by the thousand: the ready-made encoder builds a tree
/// of the body first, which costs ten times as much. The text is the same: keys sorted, no spaces.
package struct PayloadWriter {
  private var bytes: [UInt8] = [Mark.openBrace]

  package init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The object as written so far.
  package var text: String { String(decoding: bytes + [Mark.closeBrace], as: UTF8.self) }

  /// Adds a field; the caller keeps to the order of the keys. Nothing is written for nil.
  package mutating func put(_ key: String, _ text: String?) {
    guard let text else { return }
    begin(key)
    quote(text)
  }

  package mutating func put(_ key: String, _ instant: Instant) { put(key, instant.rfc3339) }

  package mutating func put(_ key: String, _ texts: [String: String]) {
    begin(key)
    bytes.append(Mark.openBrace)
    var isFirst = true
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      if !isFirst { bytes.append(Mark.comma) }
      isFirst = false
      quote(name)
      bytes.append(Mark.colon)
      quote(text)
    }
    bytes.append(Mark.closeBrace)
  }

  private mutating func begin(_ key: String) {
    if bytes.count > 1 { bytes.append(Mark.comma) }
    quote(key)
    bytes.append(Mark.colon)
  }

  /// A text as RFC 8259 §7 wants it: quotes, backslashes and control characters escaped, all else as it is.
  private mutating func quote(_ text: String) {
    bytes.append(Mark.quote)
    for byte in text.utf8 {
      switch byte {
      case Mark.quote, Mark.backslash: bytes += [Mark.backslash, byte]
      case 8: escape("b")
      case 9: escape("t")
      case 10: escape("n")
      case 12: escape("f")
      case 13: escape("r")
      case 0..<32:
        escape("u")
        bytes += [48, 48, 48 + byte >> 4, byte & 15 < 10 ? 48 + byte & 15 : 87 + byte & 15]
      default: bytes.append(byte)
      }
    }
    bytes.append(Mark.quote)
  }

  private mutating func escape(_ letter: Unicode.Scalar) { bytes += [Mark.backslash, UInt8(letter.value)] }

  private enum Mark {
    static let openBrace: UInt8 = 123
    static let closeBrace: UInt8 = 125
    static let comma: UInt8 = 44
    static let colon: UInt8 = 58
    static let quote: UInt8 = 34
    static let backslash: UInt8 = 92
  }
}
