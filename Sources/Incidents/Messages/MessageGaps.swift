/// What a text still leaves to be filled in, as "{{impact}}".
package enum MessageGaps {
  /// The names, each once, in the order of the text.
  package static func names(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { break }
      let name = String(rest[..<close.lowerBound]).trimmed
      if !names.contains(name) { names.append(name) }
      rest = rest[close.upperBound...]
    }
    return names
  }
}
