/// Whether a text is English. The rules are; about other languages they are silent rather than wrong.
enum Language {
  private static let common: Set = [
    "the", "a", "an", "and", "of", "to", "in", "is", "was", "were", "are", "be", "been", "it", "that", "this", "for",
    "with", "on", "at", "by", "from", "as", "we", "not", "have", "has", "had", "which", "when", "after", "all", "our",
    "no", "i", "you", "they", "should", "could", "would", "will", "did", "why", "who", "how", "what", "there", "or",
    "but", "more", "some", "up", "down", "out", "can", "due", "their", "his", "her", "if", "than", "then",
  ]

  static func isEnglish(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    guard words.count >= 30 else { return true }
    return words.count(where: { common.contains(String($0)) }) * 100 >= words.count * 12
  }

  static func isEnglish(_ words: [Word]) -> Bool {
    let plain = words.filter { !$0.isQuoted }
    guard plain.count >= 10 else { return true }
    return plain.contains { common.contains($0.text) }
  }
}
