/// Shortens texts where a way of sending has a limit, at a word where there is one.
enum Cut {
  /// One line: what would break it is a blank.
  static func line(_ text: String) -> String {
    text.split { $0.isNewline }.joined(separator: " ")
  }

  /// The text within a length, with a mark at its end where something is left out.
  static func shortened(
    _ text: String, to longest: Int, mark: String = "…", measure: (Character) -> Int = { _ in 1 }
  ) -> String {
    let (_, rest) = split(text, longest, measure)
    guard !rest.isEmpty else { return text }
    let room = longest - mark.reduce(0) { $0 + measure($1) }
    return split(text, max(room, 0), measure).0 + mark
  }

  /// The text in pieces, each within a length.
  static func parts(_ text: String, longest: Int, measure: (Character) -> Int) -> [String] {
    var parts: [String] = []
    var rest = text
    repeat {
      let (head, tail) = split(rest, longest, measure)
      parts.append(head)
      // A single character beyond the limit could not be cut any further.
      guard !head.isEmpty || tail.isEmpty else { return parts }
      rest = tail
    } while !rest.isEmpty
    return parts
  }

  /// How far back a word may begin so that the text is cut before it and not within.
  private static let reach = 40

  private static func split(_ text: String, _ longest: Int, _ measure: (Character) -> Int) -> (String, String) {
    var length = 0
    var end = text.startIndex
    var word: String.Index?
    while end < text.endIndex {
      length += measure(text[end])
      guard length <= longest else { break }
      if text[end].isWhitespace { word = end }
      end = text.index(after: end)
    }
    guard end < text.endIndex else { return (text, "") }
    // A blank right behind the end is as good a place as one before it.
    var cut = end
    if !text[end].isWhitespace, let word, text.distance(from: word, to: end) <= reach { cut = word }
    return (String(text[..<cut]), String(text[cut...].drop { $0.isWhitespace }))
  }
}
