/// A line of text in parts of different looks, not yet at any place.
package struct StyledLine: Hashable, Sendable {
  /// A piece of the line that looks one way.
  package struct Part: Hashable, Sendable {
    package var text: String
    package var style: Style
  }

  package var parts: [Part]

  package init(_ text: String = "", _ style: Style = .normal) {
    parts = text.isEmpty ? [] : [Part(text: text, style: style)]
  }

  init(_ text: String, _ role: StyleRole, _ attributes: StyleAttributes = []) {
    self.init(text, Style(role, attributes))
  }

  /// The same words without their looks, as the plain mode prints them.
  package var text: String { parts.map(\.text).joined() }

  static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    var line = left
    line.parts += right.parts
    return line
  }

  /// A text broken into lines, the second and later ones set in.
  static func wrapped(
    _ text: String, _ style: Style = .normal, width: Int, lead: StyledLine = StyledLine(), indent: Int = 0,
    glyphs: Glyphs
  ) -> [StyledLine] {
    let room = max(1, width - indent)
    let used = max(0, Sanitizer.width(of: lead.text, glyphs: glyphs) - indent)
    // Most texts are short and plain: they need no breaking.
    if !text.isEmpty, text.utf8.count <= room - used, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return [lead + StyledLine(text, style)]
    }
    let lines = Wrap.lines(text, width: room, used: used, glyphs: glyphs)
    guard !lines.isEmpty else { return [lead] }
    return lines.enumerated().map { place, line in
      (place == 0 ? lead : StyledLine(String(repeating: " ", count: indent))) + StyledLine(line, style)
    }
  }
}

extension CellGrid {
  /// Writes a styled line into one row; what does not fit ends in an ellipsis.
  /// - Returns: the columns used.
  @discardableResult
  package mutating func put(_ line: StyledLine, row: Int, column: Int = 0, width: Int? = nil) -> Int {
    let room = min(width ?? size.columns, size.columns - column)
    var used = 0
    for part in line.parts {
      guard used < room else { break }
      used += put(part.text, row: row, column: column + used, style: part.style, width: room - used)
    }
    return used
  }
}
