/// One line of a message, with the places of what stands in it.
struct LineReading {
  let line: String
  /// From 1.
  let number: Int

  init(_ line: String, number: Int) {
    self.line = line
    self.number = number
  }

  func column(_ index: String.Index) -> Int { line.distance(from: line.startIndex, to: index) + 1 }

  /// Where a text stands, letter by letter.
  func places(of text: String, rule: MessageRule) -> [MessageFinding] {
    guard !text.isEmpty else { return [] }
    return line.ranges(of: text).map {
      MessageFinding(rule, line: number, column: column($0.lowerBound), words: String(line[$0]))
    }
  }

  /// Where words stand as whole words, in any case.
  func finding(_ rule: MessageRule, _ phrase: String) -> [MessageFinding] {
    let wanted = Self.words(of: phrase).map { Self.bare($0.0) }
    guard !wanted.isEmpty else { return [] }
    let words = Self.words(of: line)
    guard words.count >= wanted.count else { return [] }
    return (0...(words.count - wanted.count)).compactMap { start in
      let run = words[start..<start + wanted.count]
      guard zip(run, wanted).allSatisfy({ Self.bare($0.0) == $1 }), let first = run.first, let last = run.last else {
        return nil
      }
      let range = first.1.lowerBound..<last.1.upperBound
      return MessageFinding(rule, line: number, column: column(range.lowerBound), words: String(line[range]))
    }
  }

  /// A word as it is compared: in small letters, without what makes it somebody's.
  private static func bare(_ word: String) -> String {
    let plain = word.lowercased().replacing("’", with: "'")
    if plain.hasSuffix("'s") { return String(plain.dropLast(2)) }
    return plain.hasSuffix("'") ? String(plain.dropLast()) : plain
  }

  /// Its sentences with the column of each; a line without an end is one.
  var sentences: [(String, Int)] {
    var found: [(String, Int)] = []
    var start = line.startIndex
    var index = start
    func add(_ end: String.Index) {
      let part = line[start..<end]
      guard let first = part.firstIndex(where: { !$0.isWhitespace }) else { return }
      found.append((String(line[first..<end]), column(first)))
    }
    while index < line.endIndex {
      let next = line.index(after: index)
      // A dot within a number or a name ends nothing.
      if ".!?;".contains(line[index]), next == line.endIndex || line[next].isWhitespace {
        add(index)
        start = next
      }
      index = next
    }
    add(line.endIndex)
    return found
  }

  /// What stands between blanks, without the marks around it, with the column of each.
  var tokens: [(String, Int)] {
    line.split { $0.isWhitespace || "()[]<>\"',;".contains($0) }.compactMap { part in
      var token = part
      while let last = token.last, ".:!?".contains(last) { token = token.dropLast() }
      return token.isEmpty ? nil : (String(token), column(token.startIndex))
    }
  }

  /// The words of a text with their places: letters and digits, and what joins them.
  static func words(of text: String) -> [(String, Range<String.Index>)] {
    var words: [(String, Range<String.Index>)] = []
    var start: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let isPart = text[index].isLetter || text[index].isNumber || "'’-".contains(text[index])
      if isPart, start == nil { start = index }
      if !isPart, let begin = start {
        words.append((String(text[begin..<index]), begin..<index))
        start = nil
      }
      index = text.index(after: index)
    }
    if let begin = start { words.append((String(text[begin...]), begin..<text.endIndex)) }
    return words
  }
}
