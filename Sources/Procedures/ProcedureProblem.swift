/// Something about a procedure's text that its author should know; the procedure loads all the same.
package struct ProcedureProblem: Hashable, Sendable, Codable {
  /// The line of the file, from 1; the first where it is about the whole.
  package var line: Int
  /// What is wrong and what would be right, as a sentence.
  package var message: String
  /// Whether a check fails over it; a text that merely waits for its reviewers does not fail.
  package var isBlocking: Bool

  package init(line: Int = 1, _ message: String, isBlocking: Bool = true) {
    self.line = line
    self.message = message
    self.isBlocking = isBlocking
  }

  private enum CodingKeys: String, CodingKey {
    case line, message
    case isBlocking = "is_blocking"
  }
}
