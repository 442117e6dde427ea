import Commands
import EventLog

/// A step of a runbook in lines: what to do, what to run, what should come of it, what was noted.
enum StepLines {
  static func of(_ step: StepRow, width: Int, state: ScreenState) -> [StyledLine] {
    let glyphs = state.glyphs
    var lines: [StyledLine] = []
    if !step.section.isEmpty, step.section != step.title { lines.append(StyledLine(" " + step.section, .dim)) }
    lines += StepRemarks.lines(step, options: state.stepperPage?.options ?? [], width: width, glyphs: glyphs)
    var commands = step.commands
    var checks = step.checks
    let lead = step.lead.isEmpty ? [] : StepText(step.lead).pieces + [.gap]
    for piece in lead + StepText(step.text).pieces {
      switch piece {
      case .gap: lines.append(StyledLine())
      case .prose("risk: destructive", _) where step.commands.contains(where: \.isDestructive):
        // The command beneath it says so in the words of the screen.
        if lines.last?.text.isEmpty == true { lines.removeLast() }
      case .prose(let text, let indent):
        let lead = String(repeating: " ", count: min(indent, max(0, width / 4)) + 1)
        lines += StyledLine.wrapped(text, width: width, lead: StyledLine(lead), indent: lead.count, glyphs: glyphs)
      case .table(let rows): lines += table(rows, width: width, glyphs)
      case .code(let code):
        let text = code.joined(separator: "\n")
        let shown = commands.filter { isShown($0.text, in: text) }
        commands.removeAll { shown.contains($0) }
        checks.removeAll { check in isCheck(check, text) }
        lines += self.code(code, isDestructive: shown.contains(where: \.isDestructive), glyphs)
        if let check = step.checks.first(where: { isCheck($0, text) }), let expect = expectation(check, text) {
          lines.append(StyledLine("   expect ", .tableHeading) + StyledLine(expect))
        }
      }
    }
    for command in commands {
      lines.append(StyledLine())
      let code = command.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines += self.code(code, isDestructive: command.isDestructive, glyphs)
    }
    for check in checks {
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

  /// A table with its columns in line; where there is no room for that, a row is a sentence.
  private static func table(_ rows: [[String]], width: Int, _ glyphs: Glyphs) -> [StyledLine] {
    let count = rows.reduce(0) { max($0, $1.count) }
    let widths = (0..<count).map { place in
      rows.reduce(0) { place < $1.count ? max($0, Sanitizer.width(of: $1[place], glyphs: glyphs)) : $0 }
    }
    let isWide = widths.reduce(0, +) + 2 * count < width
    return rows.enumerated().flatMap { place, row -> [StyledLine] in
      let style = Style(place == 0 ? .tableHeading : .normal)
      guard isWide else {
        return StyledLine.wrapped(
          row.joined(separator: ": "), style, width: width, lead: StyledLine("   "), indent: 5, glyphs: glyphs)
      }
      return [
        StyledLine("   ") + StyledLine(zip(row, widths).map { $0.padding(to: $1) }.joined(separator: "  "), style)
      ]
    }
  }

  /// A command stays as it was written: what is too long runs out of the screen and is whole with Y.
  private static func code(_ code: [String], isDestructive: Bool, _ glyphs: Glyphs) -> [StyledLine] {
    (isDestructive ? [StyledLine("   ! cannot be taken back", .danger, .bold)] : [])
      + code.map { StyledLine("   \(Character(glyphs.verticalRule)) ", .border) + StyledLine($0, .link) }
  }

  /// Whether a block of code shows a command; a transcript has a prompt before it.
  private static func isShown(_ command: String, in code: String) -> Bool {
    let lines = code.split(separator: "\n").map { line in
      String(line.hasPrefix("$ ") || line.hasPrefix("# ") ? line.dropFirst(2) : line)
    }
    return command.split(separator: "\n").allSatisfy { lines.contains(String($0)) }
  }

  /// Whether a check asks what stands in a block of code: "promql: up == 0, expect 0".
  private static func isCheck(_ check: String, _ code: String) -> Bool {
    guard let colon = check.firstIndex(of: ":") else { return false }
    let question = check[check.index(after: colon)...].drop { $0 == " " }
    return !code.isEmpty && (question == code || question.hasPrefix(code + ", expect "))
  }

  private static func expectation(_ check: String, _ code: String) -> String? {
    guard let colon = check.firstIndex(of: ":") else { return nil }
    let question = check[check.index(after: colon)...].drop { $0 == " " }
    let lead = code + ", expect "
    return question.hasPrefix(lead) ? String(question.dropFirst(lead.count)) : nil
  }

  /// The runbook as it was written.
  static func source(_ page: RunbookPage, width: Int, glyphs: Glyphs) -> [StyledLine] {
    StepRemarks.ofPage(page).map { StyledLine(" ! " + $0, .warning) }
      + Wrap.lines(page.source, width: max(1, width - 1), glyphs: glyphs).map { StyledLine(" " + $0) }
  }
}
