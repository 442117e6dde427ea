/// `{{name}}` in a text.
enum Placeholder {
  static func fill(_ text: String, _ values: [String: String], takes: (String) -> Bool) -> String {
    guard text.contains("{{") else { return text }
    var result = ""
    each(in: text) { piece, name in
      if let name, let value = values[name], takes(value) {
        result += value
      } else {
        result += piece
      }
    }
    return result
  }

  /// Fills Markdown: sentences and messages take any line of text, blocks of commands and queries a plain word only.
  static func fill(markdown text: String, _ values: [String: String]) -> String {
    guard text.contains("{{") else { return text }
    var fence: (mark: Character, length: Int, isMessage: Bool)?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let bare = line.drop { $0 == " " || $0 == "\t" }
      let mark = bare.first ?? " "
      let length = mark == "`" || mark == "~" ? bare.prefix { $0 == mark }.count : 0
      if let open = fence {
        if mark == open.mark, length >= open.length, bare.allSatisfy({ $0 == mark || $0 == " " }) { fence = nil }
        return fill(String(line), values, takes: open.isMessage ? isOneLine : isPlainWord)
      }
      if length >= 3, mark == "~" || !bare.dropFirst(length).contains("`") {
        let language = FenceInfo(String(bare.dropFirst(length))).language
        fence = (mark, length, ["text", "txt", "plain", "markdown", "md"].contains(language))
      }
      return fill(String(line), values, takes: isOneLine)
    }.joined(separator: "\n")
  }

  static func names(in text: String) -> [String] {
    guard text.contains("{{") else { return [] }
    var names: [String] = []
    each(in: text) { _, name in if let name { names.append(name) } }
    return names
  }

  /// An empty value is none: it would leave a hole that nobody sees.
  static func isOneLine(_ value: String) -> Bool {
    !value.isEmpty && !value.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
  }

  static func isPlainWord(_ value: String) -> Bool {
    !value.isEmpty && !value.hasPrefix("-")
      && value.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "-_./:@%+,".utf8.contains(byte)
      }
  }

  /// Whether a text can be the name between the braces.
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
  }

  /// Calls back with every piece of the text, and with the name where the piece is a placeholder.
  private static func each(in text: String, _ body: (Substring, String?) -> Void) {
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      body(rest[..<open.lowerBound], nil)
      rest = rest[open.lowerBound...]
      guard let close = rest.firstRange(of: "}}"),
        let name = name(rest[rest.index(open.lowerBound, offsetBy: 2)..<close.lowerBound])
      else {
        body(rest.prefix(2), nil)
        rest = rest.dropFirst(2)
        continue
      }
      body(rest[..<close.upperBound], name)
      rest = rest[close.upperBound...]
    }
    body(rest, nil)
  }

  private static func name(_ inside: Substring) -> String? {
    var name = inside.trimmed
    if name.hasPrefix("$labels.") { name = String(name.dropFirst(8)) }
    // `{{.metadata.name}}` and `{{end}}` belong to the template of a command (`kubectl -o template`), not to us.
    return isName(name) && !name.hasPrefix(".") && !["end", "else"].contains(name) ? name : nil
  }
}
