/// One thing to do and to tick: a list item, or a whole section that is written as prose.
package struct ProcedureStep: Hashable, Sendable, Codable {
  /// From 1, in the order of the text.
  package var number: Int
  /// The title of the nearest heading above it; empty where there is none.
  package var section: String
  /// One short line.
  package var title: String
  /// The lines of the source, as they stand there.
  package var text: String
  /// The line of the file where it begins, from 1.
  package var line: Int
  package var commands: [StepCommand]
  package var checks: [StepCheck]

  package init(
    number: Int, section: String, title: String, text: String, line: Int,
    commands: [StepCommand] = [],
    checks: [StepCheck] = []
  ) {
    self.number = number
    self.section = section
    self.title = title
    self.text = text
    self.line = line
    self.commands = commands
    self.checks = checks
  }
}
