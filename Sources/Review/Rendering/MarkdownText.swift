/// Text from outside as Markdown that shows it and does nothing else.
enum MarkdownText {
  /// On one line; safe in a paragraph, a list item, a heading and a cell of a table. No character of it can begin a
  /// heading, list, link, image, code span, HTML or another cell.
  static func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 8 + 8)
      var isSpaceDue = false
      var place = 0
      while place < bytes.count {
        let length = length(of: bytes, at: place)
        defer { place += length }
        switch kind(of: bytes, at: place, length: length) {
        case .blank:
          isSpaceDue = !result.isEmpty
          continue
        case .dropped: continue
        case .shown: break
        }
        if isSpaceDue { result.append(UInt8(ascii: " ")) }
        isSpaceDue = false
        if length == 1 {
          let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: " ")
          if needsBackslash(bytes[place], next: next, before: result) { result.append(UInt8(ascii: "\\")) }
          result.append(bytes[place])
        } else {
          result += bytes[place..<min(place + length, bytes.count)]
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Markdown that somebody wrote for a section: as it is, its headings below those of the document.
  static func nested(_ text: String) -> String {
    var isInFence = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isInFence.toggle() }
      let marks = line.prefix { $0 == "#" }.count
      guard !isInFence, (1...2).contains(marks), line.dropFirst(marks).first == " " else { return String(line) }
      return "###" + line.dropFirst(marks)
    }.joined(separator: "\n")
  }

  /// A reference to evidence: a link where it is plainly an address, else text.
  static func reference(_ text: String) -> String {
    WebAddress(text) == nil ? escaped(text) : "<\(text)>"
  }

  private static func needsBackslash(_ byte: UInt8, next: UInt8, before: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "~"):
      true
    // Inside a word it means nothing, and names like high_error_rate stay readable.
    case UInt8(ascii: "_"): !(before.last.map(isWord) == true && isWord(next))
    // A heading, a list or an underlining, only at the beginning; "#42" and "-5 %" are none.
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"): before.isEmpty && (next <= 32 || next == byte)
    case UInt8(ascii: "="): before.isEmpty
    // The number of a list.
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      next <= 32 && !before.isEmpty && before.count <= 9 && before.allSatisfy { (48...57).contains($0) }
    // An address that would turn into a link by itself; it stays readable as text.
    case UInt8(ascii: ":"): next == UInt8(ascii: "/") && before.last.map(isWord) == true
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 128...255: true
    default: false
    }
  }

  private static func length(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch bytes[place] {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }

  private static func kind(of bytes: UnsafeBufferPointer<UInt8>, at place: Int, length: Int) -> ShownCharacter {
    let first = bytes[place]
    if length == 1 { return ShownCharacter(Unicode.Scalar(first)) }
    guard first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF else { return .shown }
    let end = min(place + length, bytes.count)
    guard let scalar = String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first else { return .dropped }
    return ShownCharacter(scalar)
  }
}
