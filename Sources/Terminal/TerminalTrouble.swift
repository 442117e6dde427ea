/// Why the terminal cannot show the console.
package struct TerminalTrouble: Error, Equatable, CustomStringConvertible {
  /// What kind of trouble it is.
  package enum Code: String, Sendable {
    /// Standard input or output is no terminal.
    case notATerminal = "not_a_terminal"
    /// The terminal says that it can only print lines.
    case dumb = "terminal_dumb"
    /// Neither `TERM` nor `xterm-256color` is in the terminfo database.
    case unknown = "terminal_unknown"
    /// The file for what is written to standard error cannot be had.
    case log = "terminal_log"
  }

  package let code: Code
  /// A whole sentence for a person, with what to do next.
  package let message: String
  /// The words of the system, where it had any.
  package let cause: String?

  package init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { cause.map { "\(message) (\($0))" } ?? message }
}
