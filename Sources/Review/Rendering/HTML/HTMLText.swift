/// Text from outside as HTML that shows it and does nothing else.
enum HTMLText {
  /// On one line, without what is never shown; not yet escaped.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in text.unicodeScalars {
      switch ShownCharacter(scalar) {
      case .blank: isSpaceDue = !result.isEmpty
      case .dropped: continue
      case .shown:
        if isSpaceDue { result.append(" ") }
        isSpaceDue = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// On one line, safe as text and in an attribute.
  static func escaped(_ text: String) -> String { marked(plain(text)) }

  /// As it stands, safe as text and in an attribute: for what is plain already.
  static func marked(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line of code: its spaces count.
  static func code(_ line: some StringProtocol) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch ShownCharacter(scalar) {
      case .blank: shown.append(" ")
      case .dropped: continue
      case .shown: shown.append(scalar)
      }
    }
    return marked(String(shown))
  }

  /// A link where the text is plainly an address, else the text.
  static func reference(_ text: String) -> String {
    guard let address = WebAddress(text) else { return escaped(text) }
    return link(to: address, escaped(text))
  }

  /// - Parameter label: Escaped already.
  static func link(to address: WebAddress, _ label: String) -> String {
    "<a href=\"\(marked(address.text))\" rel=\"noreferrer\">\(label)</a>"
  }
}
