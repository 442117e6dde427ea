package import Commands
import Procedures

/// What is to be said of a step beside its text: what it lacks, and where it stands among the options.
package enum StepRemarks {
  static func lines(_ step: StepRow, options: [OptionRow], width: Int, glyphs: Glyphs) -> [StyledLine] {
    var lines: [StyledLine] = []
    func say(_ text: String, _ role: StyleRole) {
      lines += StyledLine.wrapped(
        text, Style(role), width: width, lead: StyledLine(" "), indent: 1, glyphs: glyphs)
    }
    if let option = step.option {
      if step.state == .notTaken {
        say("Option \(option) was not taken: o takes one of \(options.count).", .warning)
      } else if step.state == .todo, !options.contains(where: \.isTaken) {
        say("One of \(options.count) options: o chooses one, and checking off takes this one.", .notice)
      }
    }
    let unknown = step.gaps.filter { !$0.isUnsafe }.map(\.words)
    if !unknown.isEmpty { say("Not known: \(unknown.joined(separator: ", ")). = fills it in.", .warning) }
    let unsafe = step.gaps.filter(\.isUnsafe).map(\.name)
    if !unsafe.isEmpty {
      say(
        "Not put into a command, for it holds signs that a shell reads: \(unsafe.joined(separator: ", ")).", .warning)
    }
    return lines
  }

  /// What is to be said of the whole: that the file says something else today, and what it gets wrong.
  package static func ofPage(_ page: RunbookPage) -> [String] {
    let text: String? =
      switch page.text {
      case .same: nil
      case .changed: "The file has changed since this run began: this is the text that the run began with."
      case .gone: "The file is gone: this is the text that the run began with."
      case .notKept: "The file has changed; the text that the run began with was too long to keep."
      }
    return (text.map { [$0] } ?? []) + page.problems
  }
}
