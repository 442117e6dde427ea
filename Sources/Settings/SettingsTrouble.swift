/// Why there is no configuration to work with.
package struct SettingsTrouble: Error, Sendable, Equatable {
  /// What kind of trouble it is.
  package enum Code: String, Sendable, CaseIterable {
    /// A folder that was asked for is not there.
    case missing
    /// A file cannot be read.
    case unreadable
    /// The folder or a file is not for this user to read.
    case noPermission
    /// The files were read and are wrong.
    case invalid
  }

  package var code: Code
  /// A whole sentence for a person.
  package var message: String
  /// What the system said, where it said something.
  package var cause: String?
  /// Everything that is wrong, in the order of files and lines.
  package var problems: [SettingsProblem]

  package init(code: Code, message: String, cause: String? = nil, problems: [SettingsProblem] = []) {
    self.code = code
    self.message = message
    self.cause = cause
    self.problems = problems
  }
}
