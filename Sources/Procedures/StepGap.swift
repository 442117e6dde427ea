/// A `{{name}}` of a step that could not be filled.
package struct StepGap: Hashable, Sendable, Codable {
  package var name: String
  /// A value is known, but it holds characters that a shell or a query would read, so it is not put into a command.
  package var isUnsafe: Bool

  package init(name: String, isUnsafe: Bool = false) {
    self.name = name
    self.isUnsafe = isUnsafe
  }
}
