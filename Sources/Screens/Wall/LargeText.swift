import EventLog

/// A few signs five rows high, to be read from across a room: the digits and letters of a length of time.
enum LargeText {
  static let height = 5

  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    "m": ["     ", "## # ", "# # #", "# # #", "# # #"], "h": ["#  ", "#  ", "###", "# #", "# #"],
    "s": [" ##", "#  ", "###", "  #", "## "], "d": ["  #", "  #", "###", "# #", "###"],
    "+": ["   ", " # ", "###", " # ", "   "], "-": ["   ", "   ", "###", "   ", "   "],
    " ": [" ", " ", " ", " ", " "],
  ]

  /// The rows of a text; nil where it holds a sign that has no large form.
  static func rows(_ text: String, glyphs: Glyphs) -> [String]? {
    let known = text.compactMap { shapes[$0] }
    guard !text.isEmpty, known.count == text.count, let full = glyphs.bars.last else { return nil }
    return (0..<height).map { row in
      known.map { shape in String(shape[row].map { $0 == "#" ? Character(full) : " " }) }.joined(separator: " ")
    }
  }
}
