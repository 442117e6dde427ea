/// A line of Markdown as HTML: code, strong words and links to addresses on the web; the rest is text.
enum HTMLInline {
  /// A mark that does not close within so many characters is text.
  private static let reach = 2_000

  static func html(_ line: some StringProtocol) -> String {
    let line = HTMLText.plain(String(line))
    var rest = line[...]
    var result = ""
    var text = ""
    func flush() {
      result += HTMLText.marked(text)
      text = ""
    }
    while let first = rest.first {
      if let (html, after) = span(rest) {
        flush()
        result += html
        rest = after
      } else if first == "\\", let next = rest.dropFirst().first, next.isASCII, next.isPunctuation || next.isSymbol {
        text.append(next)
        rest = rest.dropFirst(2)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    flush()
    return result
  }

  private static func span(_ rest: Substring) -> (html: String, after: Substring)? {
    switch rest.first {
    case "`":
      return inside(rest, from: "`", to: "`").map { ("<code>\(HTMLText.marked(String($0)))</code>", $1) }
    case "*" where rest.hasPrefix("**"):
      return inside(rest, from: "**", to: "**").map { ("<strong>\(HTMLText.marked(String($0)))</strong>", $1) }
    case "<":
      guard let (inner, after) = inside(rest, from: "<", to: ">"), let address = WebAddress(String(inner)) else {
        return nil
      }
      return (HTMLText.link(to: address, HTMLText.marked(address.text)), after)
    case "[":
      guard let (label, tail) = inside(rest, from: "[", to: "]"),
        let (target, after) = inside(tail, from: "(", to: ")"), let address = WebAddress(String(target))
      else { return nil }
      return (HTMLText.link(to: address, HTMLText.marked(String(label))), after)
    default: return nil
    }
  }

  /// What stands between two marks, and what follows; nil where it is nothing.
  private static func inside(_ rest: Substring, from start: String, to end: String) -> (Substring, Substring)? {
    guard rest.hasPrefix(start) else { return nil }
    let body = rest.dropFirst(start.count)
    var place = body.startIndex
    var steps = 0
    while place < body.endIndex, steps < reach {
      if body[place...].hasPrefix(end) {
        return steps == 0 ? nil : (body[..<place], body[place...].dropFirst(end.count))
      }
      place = body.index(after: place)
      steps += 1
    }
    return nil
  }
}
