/// Text from outside as Markdown that shows it and does nothing else.
enum MarkdownText {
  /// On one line; safe in a paragraph, a list item, a heading and a cell of a table. No character of it can begin a
  /// heading, list, link, image, code span, HTML or another cell.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var previous: Unicode.Scalar = " "
    var isSpaceDue = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isBlank(scalar) {
        isSpaceDue = !result.isEmpty
        continue
      }
      if isDropped(scalar) { continue }
      if isSpaceDue {
        result.unicodeScalars.append(" ")
        previous = " "
        isSpaceDue = false
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if needsBackslash(scalar, previous: previous, next: next, isFirst: result.isEmpty) {
        result.unicodeScalars.append("\\")
      } else if scalar == "." || scalar == ")", isBlank(next), isFirstNumber(result) {
        result.unicodeScalars.append("\\")
      }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  /// A reference to evidence: a link where it is plainly an address, else text.
  static func reference(_ text: String) -> String {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ scalar in
        scalar.isASCII && (isWord(scalar) || "-._~:/?#@!$&'()*+,;=%".unicodeScalars.contains(scalar))
      })
    else { return escaped(text) }
    return "<\(text)>"
  }

  private static func needsBackslash(
    _ scalar: Unicode.Scalar, previous: Unicode.Scalar, next: Unicode.Scalar, isFirst: Bool
  ) -> Bool {
    switch scalar {
    case "\\", "|", "`", "*", "[", "]", "<", ">", "&", "~": true
    // Inside a word it means nothing, and names like high_error_rate stay readable.
    case "_": !(isWord(previous) && isWord(next))
    // A heading, a list or an underlining, only at the beginning; "#42" and "-5 %" are none.
    case "#", "-", "+": isFirst && (isBlank(next) || next == scalar)
    case "=": isFirst
    // An address that would turn into a link by itself; it stays readable as text.
    case ":": next == "/" && previous.properties.isAlphabetic
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isFirstNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Control characters, and those that turn the direction of writing around and so can show a text as another.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069, 0x200B...0x200F, 0xFEFF: true
    default: false
    }
  }
}
