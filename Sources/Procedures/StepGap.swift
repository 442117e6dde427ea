/// A `{{name}}` of a step that could not be filled.
package struct StepGap: Hashable, Sendable, Codable {
  package var name: String
  /// A value is known, but it holds characters that a shell or a query would read, so it is not put into a command.
  package var isUnsafe: Bool
  /// What the name stands for, as the procedure says it; nil where it does not.
  package var meaning: String?

  package init(name: String, isUnsafe: Bool = false, meaning: String? = nil) {
    self.name = name
    self.isUnsafe = isUnsafe
    self.meaning = meaning
  }

  /// "pod (the name of one that is not well)", or the name alone.
  package var words: String { meaning.map { "\(name) (\($0))" } ?? name }
}
