import Commands
import EventLog
import Incidents

/// The selected incident in a few lines: what users feel, how far its runbook is, what happened last.
enum PreviewLines {
  static func of(_ detail: IncidentDetail, limit: Int, width: Int, state: ScreenState) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let impact = detail.impact { lines.append(fact("Impact", impact, width: width, state.glyphs)) }
    if let runbook = RunWords.line(of: detail, now: state.now) {
      lines.append(fact("Runbook", runbook, width: width, state.glyphs))
    }
    for row in detail.timeline.reversed() where !row.isHidden {
      guard lines.count < limit else { break }
      lines.append(entry(row, width: width, state: state))
    }
    return lines
  }

  private static func fact(_ name: String, _ text: String, width: Int, _ glyphs: Glyphs) -> StyledLine {
    let lead = " " + name.padding(to: 7) + " "
    return StyledLine(lead, .tableHeading)
      + StyledLine(Shortening.words(text, width: max(1, width - lead.count), glyphs: glyphs))
  }

  /// "14:31  lea    decision   roll back api", in one line.
  private static func entry(_ row: TimelineRow, width: Int, state: ScreenState) -> StyledLine {
    let isMachine = row.assurance == .machine
    let time = ClockWords.time(row.happenedAt, offset: state.offset)
    let person = row.shortPerson(glyphs: state.glyphs).padding(to: 6)
    let label = row.label.padding(to: 10)
    let lead = " \(time)  \(person) \(label) "
    let room = max(1, width - Sanitizer.width(of: lead, glyphs: state.glyphs))
    return StyledLine(" \(time)  ", .dim) + StyledLine(person + " ", isMachine ? .machine : .person)
      + StyledLine(label + " ", .dim)
      + StyledLine(
        Shortening.words(row.text, width: room, glyphs: state.glyphs), .normal, row.label == "decision" ? .bold : [])
  }
}

extension String {
  /// Filled with blanks on the right to a number of characters; for words that are one column a character.
  func padding(to width: Int) -> String {
    let missing = width - Sanitizer.width(of: self)
    return missing > 0 ? self + String(repeating: " ", count: missing) : self
  }
}
