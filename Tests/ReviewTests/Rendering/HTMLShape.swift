/// What a document in HTML is made of, read as strictly as XML: every element closed in its order, every attribute quoted,
/// no bare mark in a text.
struct HTMLShape {
  private(set) var elements: [String] = []
  private(set) var faults: [String] = []
  /// What is linked to.
  private(set) var addresses: [String] = []

  init(_ document: String) {
    var rest = document[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
      check(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        faults.append("a tag does not end")
        return
      }
      var tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { faults.append("\(tag) closes what is not open") }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag = tag.dropLast() }
      let name = String(tag.prefix { $0.isLetter || $0.isNumber })
      elements.append(name)
      readAttributes(tag.dropFirst(name.count))
      if !isEmpty { open.append(name) }
      // A style's text is no markup; it ends where its element does.
      if name == "style", let close = rest.firstRange(of: "</style>") { rest = rest[close.lowerBound...] }
    }
    check(rest)
    if !open.isEmpty { faults.append("open at the end: \(open)") }
  }

  private mutating func readAttributes(_ text: Substring) {
    var rest = text
    while true {
      rest = rest.drop { $0 == " " }
      guard !rest.isEmpty else { return }
      let name = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
        faults.append("an attribute is not quoted: \(text)")
        return
      }
      let value = rest.dropFirst(2)[..<end]
      check(value)
      if name.hasPrefix("on") { faults.append("\(name) would run") }
      if name == "href" || name == "src" { addresses.append(String(value)) }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// Text or the value of an attribute: each "&" begins one of the names that are used.
  private mutating func check(_ text: Substring) {
    if text.contains(">") { faults.append("a bare > in \(text.prefix(60))") }
    var rest = text
    while let place = rest.firstIndex(of: "&") {
      rest = rest[place...]
      if !["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].contains(where: rest.hasPrefix) {
        faults.append("a bare & in \(rest.prefix(60))")
      }
      rest = rest.dropFirst()
    }
  }
}
