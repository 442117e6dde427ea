/// A name with its value, as "Severity: SEV1", a row of a table with two columns, or a line of the front matter.
struct StatedFact: Hashable, Sendable {
  /// In lower case, without marks.
  var name: String
  var value: String
  var line: Int

  static func all(in manuscript: Manuscript) -> [StatedFact] {
    var facts: [StatedFact] = []
    for block in manuscript.blocks {
      let kind = manuscript.kind(of: block)
      guard kind != .timeline || block.kind == .comment, kind != .actions else { continue }
      switch block.kind {
      case .heading, .code, .quote: continue
      case .row:
        let cells = manuscript.cells(of: block)
        if cells.count == 2 { facts += fact(cells[0], cells[1], line: block.line) }
        // A table with its names in the head and one row of values.
        if case .row(let titles) = block.kind, titles.count > 2, cells.count == titles.count {
          for (title, cell) in zip(titles, cells) { facts += fact(title, cell, line: block.line) }
        }
      case .paragraph, .item, .comment:
        for range in block.ranges {
          let text = manuscript.text(in: range)
          guard let colon = text.firstIndex(of: ":") else { continue }
          let name = String(text[..<colon])
          guard name.count <= 40, name.split(separator: " ").count <= 5 else { continue }
          facts += fact(
            name, String(text[text.index(after: colon)...]), line: manuscript.line(at: range.lowerBound))
        }
      }
    }
    return facts
  }

  private static func fact(_ name: String, _ value: String, line: Int) -> [StatedFact] {
    let plain = MarkdownPlain.text(name).lowercased().filter { $0.isLetter || $0 == " " || $0 == "(" || $0 == ")" }
      .split(separator: " ").joined(separator: " ")
    let text = MarkdownPlain.text(value)
    let bare =
      text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1 ? String(text.dropFirst().dropLast()) : text
    return plain.isEmpty || bare.isEmpty ? [] : [StatedFact(name: plain, value: bare, line: line)]
  }
}
