/// How much two short texts speak of the same: the share of their words that both have.
package enum Likeness {
  /// From here on they are taken for the same.
  package static let same = 0.5

  /// 0 where they share nothing, 1 where every word of the shorter one stands in the other.
  package static func of(_ left: String, _ right: String) -> Double {
    let one = words(left)
    let other = words(right)
    let least = min(one.count, other.count)
    guard least > 0 else { return 0 }
    return Double(one.intersection(other).count) / Double(least)
  }

  /// The words that carry meaning, without the ends that number and tense put to them.
  package static func words(_ text: String) -> Set<String> {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(parts.filter { !fillers.contains($0) && $0.count > 1 }.map(stem))
  }

  private static let fillers: Set<String> = [
    "the", "a", "an", "is", "are", "was", "of", "on", "in", "at", "to", "by", "for", "and", "or", "it", "its", "has",
    "have", "be", "with", "from", "that", "this", "we", "our", "because", "maybe", "again",
  ]

  private static func stem(_ word: String) -> String {
    guard word.count > 4 else { return word }
    for end in ["ing", "ed", "es", "s"] where word.hasSuffix(end) { return String(word.dropLast(end.count)) }
    return word
  }
}
