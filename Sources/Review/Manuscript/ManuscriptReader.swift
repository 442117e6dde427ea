/// Takes Markdown apart, line by line and leniently: whatever it does not know is a paragraph.
struct ManuscriptReader {
  private let bytes: [UInt8]
  private let starts: [Int]
  private var sections: [Manuscript.Section] = [.init(title: "", level: 0, kind: .title, line: 1, isNamed: false)]
  private var blocks: [Manuscript.Block] = []
  /// The titles of the table that goes on; nil outside one.
  private var titles: [String]?
  private var isTextOpen = false

  init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    for (place, byte) in bytes.enumerated() where byte == 10 { starts.append(place + 1) }
    self.starts = starts
  }

  mutating func read() -> Manuscript {
    var line = frontMatterEnd()
    while line < starts.count {
      line = takeLine(line)
    }
    if !sections.dropFirst().contains(where: { $0.kind != .title }), sections.count <= 1 { sections[0].kind = .other }
    return Manuscript(sections: sections, blocks: blocks, bytes: bytes, lineStarts: starts)
  }

  private func content(_ line: Int) -> Range<Int> {
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 13 { end -= 1 }
    return trimmed(start..<end)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isBlank(bytes[low]) { low += 1 }
    while high > low, Self.isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line after a front matter in YAML; 0 without one.
  private mutating func frontMatterEnd() -> Int {
    guard starts.count > 2, text(content(0)) == "---" else { return 0 }
    for line in 1..<min(starts.count, 200) where text(content(line)) == "---" {
      blocks.append(.init(kind: .comment, section: 0, ranges: (1..<line).map(content), line: 2))
      return line + 1
    }
    return 0
  }

  /// Reads one line, or all lines of a fence or a comment; gives the next one to read.
  private mutating func takeLine(_ line: Int) -> Int {
    let range = content(line)
    guard !range.isEmpty else {
      isTextOpen = false
      titles = nil
      return line + 1
    }
    let first = bytes[range.lowerBound]
    let indent = range.lowerBound - starts[line]
    if let next = fence(line, range) ?? comment(line, range) { return next }
    if let heading = heading(line, range) {
      open(heading.title, level: heading.level, line: line, range: heading.range)
      return line + heading.lines
    }
    if isRule(range) {
      isTextOpen = false
      return line + 1
    }
    if first == UInt8(ascii: "|") || titles != nil && bytes[range].contains(UInt8(ascii: "|")) {
      return row(line, range)
    }
    if bytes[range].contains(UInt8(ascii: "|")), line + 1 < starts.count, isDelimiter(content(line + 1)) {
      return row(line, range)
    }
    titles = nil
    if first == UInt8(ascii: ">") {
      append(.quote, range, line)
      isTextOpen = false
      return line + 1
    }
    if let marker = itemMarker(range) {
      let inside = trimmed(range.lowerBound + marker..<range.upperBound)
      append(.item(indent: indent), inside.isEmpty ? inside : withoutTask(inside), line)
      isTextOpen = true
      return line + 1
    }
    if !isTextOpen, indent >= 4, !isInList {
      append(.code, range, line)
      return line + 1
    }
    if let title = boldTitle(range) {
      open(title, level: 6, line: line, range: range)
      return line + 1
    }
    if isTextOpen, let last = blocks.indices.last {
      blocks[last].ranges.append(range)
    } else {
      append(.paragraph, range, line)
    }
    isTextOpen = true
    return line + 1
  }

  private var isInList: Bool {
    if case .item = blocks.last?.kind { return true }
    return false
  }

  private mutating func append(_ kind: Manuscript.Block.Kind, _ range: Range<Int>, _ line: Int) {
    blocks.append(.init(kind: kind, section: sections.count - 1, ranges: [range], line: line + 1))
  }

  /// "- [x] done" is an item with the text "done".
  private func withoutTask(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 4, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.lowerBound + 2] == UInt8(ascii: "]"), Self.isBlank(bytes[range.lowerBound + 3])
    else { return range }
    return trimmed(range.lowerBound + 3..<range.upperBound)
  }

  private mutating func fence(_ line: Int, _ range: Range<Int>) -> Int? {
    let mark = bytes[range.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = bytes[range].prefix { $0 == mark }.count
    guard length >= 3, !bytes[range].dropFirst(length).contains(UInt8(ascii: "`")) else { return nil }
    var next = line + 1
    var inside: [Range<Int>] = []
    while next < starts.count {
      let range = content(next)
      next += 1
      if bytes[range].prefix(while: { $0 == mark }).count >= length, bytes[range].allSatisfy({ $0 == mark }) { break }
      inside.append(range)
    }
    blocks.append(.init(kind: .code, section: sections.count - 1, ranges: inside, line: line + 1))
    isTextOpen = false
    return next
  }

  private mutating func comment(_ line: Int, _ range: Range<Int>) -> Int? {
    guard text(range).hasPrefix("<!--") else { return nil }
    var next = line
    var inside: [Range<Int>] = []
    while next < starts.count {
      let range = content(next)
      inside.append(range)
      next += 1
      if text(range).contains("-->") { break }
    }
    blocks.append(.init(kind: .comment, section: sections.count - 1, ranges: inside, line: line + 1))
    return next
  }

  private func heading(
    _ line: Int, _ range: Range<Int>
  ) -> (title: String, level: Int, range: Range<Int>, lines: Int)? {
    let marks = bytes[range].prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks), range.count == marks || Self.isBlank(bytes[range.lowerBound + marks]) {
      var inside = trimmed(range.lowerBound + marks..<range.upperBound)
      while let last = bytes[inside].last, last == UInt8(ascii: "#") {
        inside = trimmed(inside.lowerBound..<inside.upperBound - 1)
      }
      return (text(inside), marks, inside, 1)
    }
    guard line + 1 < starts.count, !isTextOpen, titles == nil, itemMarker(range) == nil else { return nil }
    let below = content(line + 1)
    guard below.count >= 3, let mark = bytes[below].first, bytes[below].allSatisfy({ $0 == mark }) else { return nil }
    switch mark {
    case UInt8(ascii: "="): return (text(range), 1, range, 2)
    case UInt8(ascii: "-") where !bytes[range].contains(UInt8(ascii: "|")): return (text(range), 2, range, 2)
    default: return nil
    }
  }

  private func isRule(_ range: Range<Int>) -> Bool {
    let marks = bytes[range].filter { !Self.isBlank($0) }
    guard marks.count >= 3, let mark = marks.first, marks.allSatisfy({ $0 == mark }) else { return false }
    return mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
  }

  /// "**Impact**" or "**Impact:**" alone on a line, where it is the name of a known section.
  private func boldTitle(_ range: Range<Int>) -> String? {
    let line = text(range)
    for mark in ["**", "__"] where line.hasPrefix(mark) {
      var inside = line.dropFirst(2)
      if inside.hasSuffix(":") { inside = inside.dropLast() }
      guard inside.hasSuffix(mark), inside.count > 3 else { continue }
      inside = inside.dropLast(2)
      if inside.hasSuffix(":") { inside = inside.dropLast() }
      guard !inside.contains(mark), inside.count <= 40 else { continue }
      return SectionKind(heading: String(inside)) == nil ? nil : String(inside)
    }
    return nil
  }

  private mutating func open(_ title: String, level: Int, line: Int, range: Range<Int>) {
    isTextOpen = false
    titles = nil
    let named = SectionKind(heading: title)
    var kind = named ?? .other
    let isFirst = sections.count == 1
    if isFirst, level == 1, named == nil || title.split(separator: " ").count > 2 || title.contains(":") {
      kind = .title
    } else if named == nil {
      // A heading of its own words belongs to the section around it.
      let around = sections.last { $0.level < level && $0.level > 0 }
      if let around, around.kind != .title { kind = around.kind }
    }
    sections.append(.init(title: title, level: level, kind: kind, line: line + 1, isNamed: named != nil))
    append(.heading, range, line)
  }

  /// How many bytes "- ", "* ", "+ ", "1. " or "1) " take up; nil without one.
  private func itemMarker(_ range: Range<Int>) -> Int? {
    guard let first = bytes[range].first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      return range.count > 1 && Self.isBlank(bytes[range.lowerBound + 1]) ? 2 : range.count == 1 ? 1 : nil
    }
    let digits = bytes[range].prefix { (48...57).contains($0) }.count
    guard (1...3).contains(digits), range.count > digits + 1 else { return nil }
    let mark = bytes[range.lowerBound + digits]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
    return Self.isBlank(bytes[range.lowerBound + digits + 1]) ? digits + 2 : nil
  }

  private func isDelimiter(_ range: Range<Int>) -> Bool {
    let marks = bytes[range].filter { !Self.isBlank($0) }
    return marks.count >= 3 && marks.contains(UInt8(ascii: "-")) && marks.contains(UInt8(ascii: "|"))
      && marks.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
  }

  private mutating func row(_ line: Int, _ range: Range<Int>) -> Int {
    isTextOpen = false
    if isDelimiter(range) { return line + 1 }
    let cells = cells(range)
    if titles == nil, line + 1 < starts.count, isDelimiter(content(line + 1)) {
      titles = cells.map(text)
      // A head of empty cells is no head: the rows below have no titles.
      return line + 2
    }
    blocks.append(
      .init(kind: .row(titles: titles ?? []), section: sections.count - 1, ranges: cells, line: line + 1))
    titles = titles ?? []
    return line + 1
  }

  private func cells(_ range: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var place = range.lowerBound
    var isInCode = false
    while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "`"): isInCode.toggle()
      case UInt8(ascii: "|") where !isInCode:
        if place > range.lowerBound { cells.append(trimmed(start..<place)) }
        start = place + 1
      default: break
      }
      place += 1
    }
    if start < range.upperBound { cells.append(trimmed(start..<range.upperBound)) }
    return cells
  }
}

extension Manuscript {
  /// Takes a Markdown text apart.
  package init(_ text: String) {
    var reader = ManuscriptReader(text)
    self = reader.read()
  }
}
