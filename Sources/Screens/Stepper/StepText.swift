/// The Markdown of one step in pieces to be read: prose without its marks, and code without its fences.
struct StepText {
  enum Piece: Hashable {
    /// A paragraph or an item of a list, on one line; items below the step keep their mark and are set in.
    case prose(String, indent: Int)
    case code([String])
    /// The rows of a table, its headings first.
    case table([[String]])
    case gap
  }

  private(set) var pieces: [Piece] = []
  private var paragraph: [Substring] = []
  private var paragraphIndent = 0
  private var fence: (mark: Character, length: Int, indent: Int)?
  private var code: [String] = []
  private var rows: [[String]] = []

  init(_ markdown: String) {
    var isFirst = true
    var base = 0
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if fence != nil {
        takeCode(line)
      } else if isFirst, !StepText.isBlank(line) {
        let (rest, width) = StepText.withoutItemMark(line)
        base = width
        isFirst = false
        takeProse(rest, indent: 0)
      } else {
        take(line, base: base)
      }
    }
    endParagraph()
    if fence != nil { endCode() }
    while pieces.last == .gap { pieces.removeLast() }
  }

  private mutating func take(_ line: Substring, base: Int) {
    if StepText.isBlank(line) {
      endParagraph()
      if let last = pieces.last, last != .gap { pieces.append(.gap) }
      return
    }
    let indent = StepText.indent(of: line)
    let text = line.dropFirst(indent)
    if text.first == "|" {
      takeRow(text)
      return
    }
    if StepText.withoutItemMark(text).width > 0 { endParagraph() }
    takeProse(text, indent: max(0, min(indent - base, 8)))
  }

  private mutating func takeRow(_ text: Substring) {
    if rows.isEmpty { endParagraph() }
    var cells = text.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
    if cells.last.map(StepText.isBlank) == true { cells = cells.dropLast() }
    // The line below the headings only says how columns are aligned.
    guard !cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) else { return }
    rows.append(
      cells.map { cell in
        let start = cell.drop { $0 == " " }
        return StepText.withoutMarks(String(start.reversed().drop { $0 == " " }.reversed()))
      })
  }

  private mutating func takeProse(_ text: Substring, indent: Int) {
    if let mark = text.first, mark == "`" || mark == "~" {
      let length = text.prefix { $0 == mark }.count
      // A fence of backticks has none in its first line, or it would be a piece of code inside a sentence.
      if length >= 3, mark == "~" || !text.dropFirst(length).contains("`") {
        endParagraph()
        fence = (mark, length, indent)
        return
      }
    }
    let text = text.first == "#" ? text.drop { $0 == "#" || $0 == " " } : text
    if !rows.isEmpty { endParagraph() }
    if paragraph.isEmpty { paragraphIndent = indent }
    paragraph.append(text)
  }

  private mutating func takeCode(_ line: Substring) {
    guard let fence else { return }
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.prefix(while: { $0 == fence.mark }).count >= fence.length,
      text.allSatisfy({ $0 == fence.mark || $0 == " " })
    {
      endCode()
    } else {
      code.append(String(line))
    }
  }

  private mutating func endCode() {
    // What all lines are set in by comes from the item around them.
    let shared = code.lazy.filter { !StepText.isBlank($0[...]) }.map { StepText.indent(of: $0[...]) }.min() ?? 0
    pieces.append(.code(code.map { String($0.dropFirst(shared)) }))
    code = []
    fence = nil
  }

  private mutating func endParagraph() {
    if !rows.isEmpty { pieces.append(.table(rows)) }
    rows = []
    guard !paragraph.isEmpty else { return }
    let text = paragraph.map { String($0) }.joined(separator: " ")
    pieces.append(.prose(StepText.withoutMarks(text), indent: paragraphIndent))
    paragraph = []
  }

  /// The line without "1. ", "- " or "- [ ] " at its beginning, and how many characters these were.
  private static func withoutItemMark(_ line: Substring) -> (rest: Substring, width: Int) {
    let indent = indent(of: line)
    var rest = line.dropFirst(indent)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let sign = rest.dropFirst(digits.count).first, sign == "." || sign == ")" {
      rest = rest.dropFirst(digits.count + 1)
    } else if let sign = rest.first, sign == "-" || sign == "*" || sign == "+" {
      rest = rest.dropFirst()
    } else {
      return (rest, 0)
    }
    guard rest.first == " " || rest.first == "\t" else { return (line.dropFirst(indent), 0) }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    let width = line.count - rest.count
    if rest.hasPrefix("[ ] ") || rest.hasPrefix("[x] ") || rest.hasPrefix("[X] ") { rest = rest.dropFirst(4) }
    return (rest, width)
  }

  /// A sentence without the marks of emphasis and of code. What stands between backticks is kept letter for letter;
  /// a link keeps its words and its target.
  static func withoutMarks(_ text: String) -> String {
    var shown = ""
    var characters = Array(text)[...]
    while let character = characters.first {
      if character == "`" {
        let length = characters.prefix { $0 == "`" }.count
        let rest = characters.dropFirst(length)
        if let end = closing(length, of: "`", in: rest) {
          shown += String(rest[rest.startIndex..<end])
          characters = rest[(end + length)...]
          continue
        }
      } else if character == "\\", let next = characters.dropFirst().first, next.isPunctuation || next.isSymbol {
        shown.append(next)
        characters = characters.dropFirst(2)
        continue
      } else if character == "*" || character == "_" {
        let length = characters.prefix { $0 == character }.count
        let rest = characters.dropFirst(length)
        // A name like max_open_files has its signs between letters; a lone one stands between blanks.
        let opens = length <= 3 && rest.first.map { $0 != " " } == true && shown.last.map(isLetter) != true
        if opens, let end = closing(length, of: character, in: rest), rest[end - 1] != " ",
          character == "*" || rest[(end + length)...].first.map(isLetter) != true
        {
          shown += withoutMarks(String(rest[rest.startIndex..<end]))
          characters = rest[(end + length)...]
          continue
        }
        shown += String(repeating: character, count: length)
        characters = rest
        continue
      }
      shown.append(character)
      characters = characters.dropFirst()
    }
    return shown
  }

  private static func closing(_ length: Int, of mark: Character, in text: ArraySlice<Character>) -> Int? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == mark {
        let run = text[place...].prefix { $0 == mark }.count
        if run == length, place > text.startIndex { return place }
        place += run
      } else {
        place += 1
      }
    }
    return nil
  }

  private static func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }
  private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" } }
  private static func indent(of line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
}
