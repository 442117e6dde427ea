/// Lines as Markdown counts them: ended by a line feed, a carriage return, or both.
enum SourceLines {
  static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = text.startIndex
    // The mark some editors put before the first character is not part of the first line.
    if text.unicodeScalars.first == "\u{FEFF}" { start = text.unicodeScalars.index(after: start) }
    var index = start
    while index < text.endIndex {
      let byte = bytes[index]
      guard byte == 10 || byte == 13 else {
        index = bytes.index(after: index)
        continue
      }
      lines.append(text[start..<index])
      let next = bytes.index(after: index)
      index =
        byte == 13 && next < text.endIndex && bytes[next] == 10 ? bytes.index(after: next) : next
      start = index
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }
}

extension StringProtocol {
  var trimmedEnd: SubSequence {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return self[startIndex..<end]
  }

  var trimmedStart: SubSequence { self[(firstIndex { !$0.isWhitespace } ?? endIndex)...] }

  var trimmed: String { String(trimmedStart.trimmedEnd) }
}
