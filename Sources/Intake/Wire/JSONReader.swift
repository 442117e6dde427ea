/// A strict reader of JSON (RFC 8259) that hands out what its caller asks for and skips the rest.
///
/// It exists because decoding is the costliest part of taking in a webhook when a generic decoder builds every value
/// of a body first. It never goes deeper than `depthLimit`, never reads beyond its bytes and stops at the first fault.
/// Text must be UTF-8; an escaped half of a surrogate pair reads as U+FFFD, as most writers of JSON mean it.
package struct JSONReader {
  package static let depthLimit = 64

  let bytes: [UInt8]
  package internal(set) var offset = 0
  private var depth = 0
  private var isFirst = true

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What kind of value comes next; it is not read yet.
  package mutating func next() throws(JSONFault) -> JSONKind {
    skipSpace()
    guard offset < bytes.count else { throw JSONFault("the text ends too early", at: offset) }
    switch bytes[offset] {
    case Byte.openBrace: return .object
    case Byte.openBracket: return .array
    case Byte.quote: return .string
    case Byte.minus, Byte.zero...Byte.nine: return .number
    case Byte.t, Byte.f: return .bool
    case Byte.n: return .null
    default: throw JSONFault("no value begins here", at: offset)
    }
  }

  /// Steps into an object; `nextKey` then walks it.
  package mutating func openObject() throws(JSONFault) {
    try expect(.object)
    try stepIn()
  }

  /// The next key of the object that was opened, nil after its end. The caller reads or skips the value.
  package mutating func nextKey() throws(JSONFault) -> String? {
    guard try hasMore(closing: Byte.closeBrace) else { return nil }
    guard try next() == .string else { throw JSONFault("a key is not a string", at: offset) }
    let key = try string()
    skipSpace()
    guard take(Byte.colon) else { throw JSONFault("a key is not followed by a colon", at: offset) }
    return key
  }

  /// Steps into an array; `nextElement` then walks it.
  package mutating func openArray() throws(JSONFault) {
    try expect(.array)
    try stepIn()
  }

  /// Whether another element of the opened array follows; the caller reads or skips it.
  package mutating func nextElement() throws(JSONFault) -> Bool { try hasMore(closing: Byte.closeBracket) }

  package mutating func string() throws(JSONFault) -> String {
    try expect(.string)
    offset += 1
    return try textAfterQuote()
  }

  package mutating func bool() throws(JSONFault) -> Bool {
    try expect(.bool)
    if bytes[offset] == Byte.t {
      try word("true")
      return true
    }
    try word("false")
    return false
  }

  package mutating func null() throws(JSONFault) {
    try expect(.null)
    try word("null")
  }

  /// The number as it is written; checked against the grammar, not against any range.
  package mutating func number() throws(JSONFault) -> String {
    try expect(.number)
    let start = offset
    try skipNumber()
    // A number is ASCII by its grammar, so nothing can be repaired here.
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Reads over any value, with the same strictness as if it were wanted.
  package mutating func skip() throws(JSONFault) {
    switch try next() {
    case .object:
      try openObject()
      while try nextKey() != nil { try skip() }
    case .array:
      try openArray()
      while try nextElement() { try skip() }
    case .string:
      offset += 1
      _ = try textAfterQuote()
    case .number: try skipNumber()
    case .bool: _ = try bool()
    case .null: try null()
    }
  }

  /// - Throws: where anything but white space follows the value.
  package mutating func end() throws(JSONFault) {
    skipSpace()
    guard offset == bytes.count else { throw JSONFault("something follows the end of the document", at: offset) }
  }

  // MARK: - Structure

  private mutating func stepIn() throws(JSONFault) {
    guard depth < Self.depthLimit else {
      throw JSONFault("it is nested deeper than \(Self.depthLimit) levels", at: offset)
    }
    offset += 1
    depth += 1
    isFirst = true
  }

  private mutating func hasMore(closing: UInt8) throws(JSONFault) -> Bool {
    skipSpace()
    if take(closing) {
      depth -= 1
      isFirst = false
      return false
    }
    if !isFirst {
      guard take(Byte.comma) else {
        throw JSONFault(offset < bytes.count ? "a comma is missing" : "the text ends too early", at: offset)
      }
    }
    isFirst = false
    return true
  }

  private mutating func expect(_ kind: JSONKind) throws(JSONFault) {
    let found = try next()
    guard found == kind else { throw JSONFault("\(found.words) stands where \(kind.words) belongs", at: offset) }
  }

  private mutating func word(_ text: StaticString) throws(JSONFault) {
    for index in 0..<text.utf8CodeUnitCount {
      guard take(text.utf8Start[index]) else { throw JSONFault("a word is neither true, false nor null", at: offset) }
    }
  }

  private mutating func skipNumber() throws(JSONFault) {
    _ = take(Byte.minus)
    // After a leading zero nothing but a fraction or an exponent may come.
    guard take(Byte.zero) || skipDigits() else { throw JSONFault("a number has no digits", at: offset) }
    if take(Byte.dot) {
      guard skipDigits() else { throw JSONFault("a number ends with its point", at: offset) }
    }
    if take(Byte.e) || take(Byte.upperE) {
      if !take(Byte.plus) { _ = take(Byte.minus) }
      guard skipDigits() else { throw JSONFault("a number ends with its exponent", at: offset) }
    }
    if offset < bytes.count, Byte.isDigit(bytes[offset]) { throw JSONFault("a number begins with zero", at: offset) }
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while offset < bytes.count, Byte.isDigit(bytes[offset]) { offset += 1 }
    return offset > start
  }

  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case Byte.space, Byte.newline, Byte.tab, Byte.carriageReturn: offset += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }
}
