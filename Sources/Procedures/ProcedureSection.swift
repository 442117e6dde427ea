/// A heading of a procedure.
package struct ProcedureSection: Hashable, Sendable, Codable {
  package var title: String
  /// 1 to 6, as in Markdown.
  package var level: Int
  /// The line of the file, from 1.
  package var line: Int

  package init(title: String, level: Int, line: Int) {
    self.title = title
    self.level = level
    self.line = line
  }
}
