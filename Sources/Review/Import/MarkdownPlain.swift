/// Markdown without its marks, on one line.
enum MarkdownPlain {
  static func text(_ markdown: String) -> String {
    var result = ""
    var rest = markdown[...]
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first {
        result.append(next)
        rest = rest.dropFirst(2)
      } else if first == "*" || first == "`" {
        rest = rest.drop { $0 == first }
      } else if rest.hasPrefix("__") {
        rest = rest.dropFirst(2)
      } else if first == "[", let end = rest.firstIndex(of: "]"), rest[end...].hasPrefix("]("),
        let close = rest[end...].firstIndex(of: ")")
      {
        let label = rest[rest.index(after: rest.startIndex)..<end]
        let address = rest[rest.index(end, offsetBy: 2)..<close]
        result += label == address ? String(label) : "\(label) (\(address))"
        rest = rest[rest.index(after: close)...]
      } else if rest.hasPrefix("<br"), let close = rest.firstIndex(of: ">") {
        result += " "
        rest = rest[rest.index(after: close)...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
