import Commands
import EventLog
import Incidents

/// The selected incident in a few lines: what users feel, how far its runbook is, what happened last. Few and in few
/// looks, since a cursor key draws all of them anew: that is most of what it sends down a slow line.
enum PreviewLines {
  /// The most entries of the timeline; the room has the rest.
  private static let mostEntries = 4

  /// - Parameter knownTitle: the title where it stands whole in the list above; entries need not say it again.
  static func of(
    _ detail: IncidentDetail, knownTitle: String? = nil, limit: Int, width: Int, state: ScreenState
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let impact = detail.impact { lines.append(fact("Impact", impact, width: width, state.glyphs)) }
    if let runbook = RunWords.line(of: detail, now: state.now) {
      lines.append(fact("Runbook", runbook, width: width, state.glyphs))
    }
    if let pager = detail.row.pager, detail.row.status.isOpen {
      lines.append(fact("Pager", pager.words(at: state.now), width: width, state.glyphs))
    }
    let newest = detail.timeline.lazy.reversed().filter { !$0.isHidden }
    let entries = Array(newest.prefix(max(0, min(mostEntries, limit - lines.count))))
    let columns = ActorColumn(entries, least: 6, state: state)
    lines += entries.map { entry($0, columns, knownTitle: knownTitle, width: width, state: state) }
    return lines
  }

  private static func fact(_ name: String, _ text: String, width: Int, _ glyphs: Glyphs) -> StyledLine {
    let lead = " " + name.padding(to: 7) + " "
    return StyledLine(lead + Shortening.words(text, width: max(1, width - lead.count), glyphs: glyphs))
  }

  /// "14:31  lea    decision   roll back api", in one line.
  private static func entry(
    _ row: TimelineRow, _ column: ActorColumn, knownTitle: String?, width: Int, state: ScreenState
  ) -> StyledLine {
    let time = ClockWords.time(row.happenedAt, offset: state.offset)
    let lead = " \(time)  \(column.text(row)) \(row.shownLabel(glyphs: state.glyphs)) "
    let room = max(1, width - Sanitizer.width(of: lead, glyphs: state.glyphs))
    return StyledLine(lead)
      + StyledLine(
        Shortening.words(text(of: row, knownTitle: knownTitle), width: room, glyphs: state.glyphs), .normal,
        row.label == "decision" ? .bold : [])
  }

  /// "Opened as SEV1?: 5xx on checkout (its label …)" without the title. What people wrote stays as it is.
  private static func text(of row: TimelineRow, knownTitle: String?) -> String {
    guard let knownTitle, !knownTitle.isEmpty, row.label == "status" || row.label == "alert" else { return row.text }
    let repeated = ": " + knownTitle
    // From colon to colon: a search for the whole would look at each letter, in every frame.
    let colons = row.text.utf8.indices.lazy.filter { row.text.utf8[$0] == UInt8(ascii: ":") }
    guard let start = colons.first(where: { row.text[$0...].hasPrefix(repeated) }) else { return row.text }
    let end = row.text.index(start, offsetBy: repeated.count)
    guard end == row.text.endIndex || row.text[end...].hasPrefix(" (") else { return row.text }
    return String(row.text[..<start] + row.text[end...])
  }
}

extension String {
  /// Filled with blanks on the right to a number of characters; for words that are one column a character.
  func padding(to width: Int) -> String {
    let missing = width - Sanitizer.width(of: self)
    return missing > 0 ? self + String(repeating: " ", count: missing) : self
  }
}
