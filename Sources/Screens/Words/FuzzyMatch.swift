/// How well the letters a person typed fit a text: all of them, in order; those at the beginnings of words count more.
enum FuzzyMatch {
  /// The greater the better; nil where a letter is missing. No letters fit everything.
  static func score(_ typed: String, in text: String) -> Int? {
    let wanted = Array(typed.lowercased().filter { !$0.isWhitespace })
    guard !wanted.isEmpty else { return 0 }
    let letters = Array(text.lowercased())
    var place = 0
    var score = 0
    var last = -2
    for letter in wanted {
      guard let found = letters[place...].firstIndex(of: letter) else { return nil }
      if found == last + 1 { score += 4 }
      if found == 0 || !letters[found - 1].isLetter { score += 6 }
      score -= min(3, found - place)
      last = found
      place = found + 1
    }
    return score
  }
}
