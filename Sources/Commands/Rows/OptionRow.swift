/// One of several ways to put something right, and whether it was taken.
package struct OptionRow: Hashable, Sendable {
  /// From 1.
  package var number: Int
  /// "A", "B" …
  package var name: String
  package var title: String
  /// The numbers of its steps.
  package var steps: [Int]
  /// It is the one that the run follows now.
  package var isTaken: Bool

  package init(number: Int, name: String, title: String, steps: [Int], isTaken: Bool = false) {
    self.number = number
    self.name = name
    self.title = title
    self.steps = steps
    self.isTaken = isTaken
  }

  /// Whether a person means it by these words: "A", "a", "option A" or its number.
  package func matches(_ words: String) -> Bool {
    let word = words.lowercased().split(separator: " ").last.map(String.init) ?? ""
    return !word.isEmpty && (word == name.lowercased() || Int(word) == number)
  }
}
