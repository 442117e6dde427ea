/// A place in a message that could be said better, or that is not there.
package struct MessageFinding: Hashable, Sendable {
  package var rule: MessageRule
  /// From 1.
  package var line: Int
  /// From 1, in characters.
  package var column: Int
  /// As they stand there; empty where something is missing.
  package var words: String
  package var why: String
  /// What to write instead.
  package var suggestion: String

  package init(
    _ rule: MessageRule, line: Int, column: Int, words: String, why: String? = nil, suggestion: String? = nil
  ) {
    self.rule = rule
    self.line = line
    self.column = column
    self.words = words
    self.why = why ?? rule.why
    self.suggestion = suggestion ?? rule.suggestion
  }

  package var blocks: Bool { rule.blocks }

  /// "2:14 inconvenience "any inconvenience": it makes small of …; say what did not work …".
  package var sentence: String {
    "\(line):\(column) \(rule.rawValue.replacing("_", with: " "))\(words.isEmpty ? "" : " \"\(words)\""): \(why); "
      + suggestion
  }
}
