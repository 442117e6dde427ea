/// Something wrong in a configuration file, where it stands, and what would be right.
package struct SettingsProblem: Hashable, Sendable {
  /// The file's name inside the configuration folder ("rules.yaml").
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in characters.
  package var column: Int
  /// What is wrong ("unknown key 'prot'").
  package var message: String
  /// What would be right ("did you mean 'port'?").
  package var advice: String

  package init(file: String, line: Int, column: Int, message: String, advice: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.advice = advice
  }
}

extension SettingsProblem: CustomStringConvertible {
  /// One line, in the form that editors can jump to.
  package var description: String { "\(file):\(line):\(column): \(message); \(advice)" }
}

extension SettingsProblem: Comparable {
  package static func < (left: SettingsProblem, right: SettingsProblem) -> Bool {
    (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
  }
}
