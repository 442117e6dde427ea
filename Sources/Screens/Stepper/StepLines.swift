import Commands
import EventLog

/// A step of a runbook in lines: what to do, what to run, what should come of it, what was noted.
enum StepLines {
  static func of(_ step: StepRow, width: Int, state: ScreenState) -> [StyledLine] {
    let glyphs = state.glyphs
    var lines: [StyledLine] = []
    if !step.section.isEmpty { lines.append(StyledLine(" " + step.section, .dim)) }
    lines += StyledLine.wrapped(step.text, width: width, lead: StyledLine(" "), indent: 1, glyphs: glyphs)
    for command in step.commands {
      lines.append(StyledLine())
      if command.isDestructive {
        lines.append(StyledLine("   ! cannot be taken back", .danger, .bold))
      }
      // A command stays as it was written: what is too long runs out of the screen and is whole with Y.
      for line in command.text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(StyledLine("   \(Character(glyphs.verticalRule)) ", .border) + StyledLine(String(line), .link))
      }
    }
    for check in step.checks {
      lines.append(StyledLine())
      lines += StyledLine.wrapped(
        check, width: width, lead: StyledLine("   check ", .tableHeading), indent: 9, glyphs: glyphs)
    }
    if step.state == .skipped { lines += [StyledLine(), StyledLine(" left out", .warning)] }
    for note in step.notes {
      lines += StyledLine.wrapped(
        note, width: width, lead: StyledLine(" note ", .tableHeading), indent: 6, glyphs: glyphs)
    }
    return lines
  }

  /// The runbook as it was written.
  static func source(_ page: RunbookPage, width: Int, glyphs: Glyphs) -> [StyledLine] {
    page.problems.map { StyledLine(" ! " + $0, .warning) }
      + Wrap.lines(page.source, width: max(1, width - 1), glyphs: glyphs).map { StyledLine(" " + $0) }
  }
}
