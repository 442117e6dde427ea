import Commands
import Console
import Glibc
import Terminal

/// Gives a text to the person's own editor, where a verb runs on a terminal.
enum TextEditor {
  /// The text as it was left; nil where it was left as it was.
  /// - Throws: no terminal, no editor, or an editor that ended badly; then the text stays in its file, which is named.
  static func edit(_ text: String, suffix: String) throws -> String? {
    guard isatty(0) == 1, isatty(1) == 1 else {
      throw Trouble(.unconfirmed, "There is no terminal to edit on: give the text with --file FILE, or --file - .")
    }
    let outcome = try TerminalActor.onThisThread {
      let process = ForegroundProcess(terminal: 0, signals: nil, stopOurselves: { raise(SIGSTOP) })
      return Editing(environment: Surroundings.environment).edit(text, suffix: suffix, by: process).outcome
    }
    switch outcome {
    case .saved(let after): return after
    case .unchanged: return nil
    case .failed(let sentence): throw Trouble(.unavailable, sentence)
    }
  }
}
