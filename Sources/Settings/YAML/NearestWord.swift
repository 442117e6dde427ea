/// Finds the known word that somebody most likely meant.
package enum NearestWord {
  /// The nearest of the known words; nil where none is near enough to be a slip of the
  /// fingers, or where several are equally near.
  package static func to(_ word: String, among known: [String]) -> String? {
    guard word.count > 2 else { return nil }
    let scored = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    let isTie = scored.count { $0.distance == best.distance } > 1
    if best.distance <= max(1, word.count / 3) { return isTie ? nil : best.word }
    let parts = known.filter { $0.hasPrefix(word) || word.hasPrefix($0) }
    return parts.count == 1 ? parts[0] : nil
  }

  /// What to say about an unknown word: the nearest, or the whole choice.
  static func advice(for word: String, among known: [String]) -> String {
    if let nearest = to(word, among: known) { return "did you mean '\(nearest)'?" }
    return known.isEmpty ? "take it out" : "known here: \(known.joined(separator: ", "))"
  }

  /// How many letters must be changed, put in, taken out or swapped with their neighbour.
  private static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    var rows = [Array(0...b.count)]
    for i in 1..<(a.count + 1) {
      var row = [i]
      for j in 1..<(b.count + 1) {
        var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
