/// The info string of a fence: a language, then attributes as `name=value`, `name="a b"` or `name: value to the end`,
/// with or without braces around them.
struct FenceInfo {
  private(set) var language = ""
  private var attributes: [String: String] = [:]

  init(_ info: String) {
    var rest = info.filter { $0 != "{" && $0 != "}" }[...]
    language = rest.prefix { !$0.isWhitespace && $0 != "," }.lowercased()
    // An attribute in the place of the language means that none is named.
    if language.contains("=") || language.hasSuffix(":") {
      language = ""
    } else {
      rest = rest.dropFirst(language.count)
    }
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { return }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ":" && $0 != "," }
      rest = rest.dropFirst(max(name.count, 1))
      guard let mark = rest.first, mark == "=" || mark == ":" else { continue }
      rest = rest.dropFirst()
      let value: String
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest = rest.dropFirst()
        value = String(rest.prefix { $0 != quote })
        rest = rest.dropFirst(value.count + 1)
      } else if mark == ":", name == "expect" {
        value = rest.trimmed
        rest = ""
      } else {
        rest = rest.drop { $0 == " " }
        value = String(rest.prefix { !$0.isWhitespace && $0 != "," })
        rest = rest.dropFirst(value.count)
      }
      attributes[name.lowercased()] = value
    }
  }

  subscript(name: String) -> String? { attributes[name] }
}
