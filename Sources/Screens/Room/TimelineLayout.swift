import Commands
import EventLog

/// The entries of a timeline as lines, and which of them a screen shows.
struct TimelineLayout {
  let entries: [TimelineRow]
  let width: Int
  let state: ScreenState
  private let actors: ActorColumn

  init(_ entries: [TimelineRow], width: Int, state: ScreenState) {
    self.entries = entries
    self.width = max(1, width)
    self.state = state
    actors = ActorColumn(entries, least: 7, state: state)
  }

  /// An entry with the day above it where that begins.
  func lines(_ index: Int) -> [StyledLine] {
    let row = entries[index]
    let lead = self.lead(row)
    let indent = Sanitizer.width(of: lead.text, glyphs: state.glyphs)
    var style = row.label == "decision" ? Style(.normal, .bold) : Style.normal
    if row.isHidden { style = Style(.dim) }
    var lines = StyledLine.wrapped(
      row.text + remarks(row), style, width: width, lead: lead, indent: min(indent, max(0, width - 8)),
      glyphs: state.glyphs)
    if beginsDay(index) {
      lines.insert(StyledLine("   " + ClockWords.day(row.happenedAt, offset: state.offset), .tableHeading), at: 0)
    }
    return lines
  }

  /// The entries from `bottom` upwards that fit into a height, the oldest first, with their lines; the oldest may be
  /// cut at its beginning.
  func window(bottom: Int, height: Int) -> [(index: Int, lines: [StyledLine])] {
    var shown: [(index: Int, lines: [StyledLine])] = []
    var room = height
    var index = min(bottom, entries.count - 1)
    while index >= 0, room > 0 {
      let lines = lines(index)
      // One that is longer than the screen begins at its beginning.
      let part = shown.isEmpty ? Array(lines.prefix(room)) : Array(lines.suffix(room))
      shown.append((index, part))
      room -= part.count
      index -= 1
    }
    return shown.reversed()
  }

  /// Which entry has to be the last on the screen so that the selected one is seen.
  func bottom(selected: Int, from bottom: Int, height: Int) -> Int {
    let last = entries.count - 1
    let current = min(bottom, last)
    if selected >= current { return selected }
    let whole = lines(selected).count
    let isWhole = { (shown: (index: Int, lines: [StyledLine])) in
      shown.index == selected && shown.lines.count == whole
    }
    if window(bottom: current, height: height).contains(where: isWhole) { return current }
    var room = height - whole
    var place = selected
    while place < last {
      room -= lines(place + 1).count
      if room < 0 { break }
      place += 1
    }
    return place
  }

  private func lead(_ row: TimelineRow) -> StyledLine {
    let mark = row.isPinned ? "*" : row.isHidden ? "-" : " "
    let about = row.precision == .approximate || row.precision == .unknown ? "~" : " "
    let time = ClockWords.time(row.happenedAt, offset: state.offset)
    let role: StyleRole = row.assurance == .machine ? .machine : .person
    let start = StyledLine(" " + mark, .warning, .bold) + StyledLine(about + time + " ", .dim)
    guard width >= 50 else { return start + StyledLine(row.shortPerson(glyphs: state.glyphs) + " ", role) }
    return start + StyledLine(actors.text(row) + " ", role)
      + StyledLine(row.shownLabel(glyphs: state.glyphs) + " ", .dim)
  }

  /// What a reader must know about the entry itself: written later, corrected.
  private func remarks(_ row: TimelineRow) -> String {
    var remarks = row.evidence.isEmpty ? "" : " (\(row.evidence.joined(separator: ", ")))"
    if let origin = row.origin { remarks += " (#\(origin))" }
    if row.recordedAt - row.happenedAt >= .minutes(2) {
      remarks += " (written \(ClockWords.near(row.recordedAt, now: row.happenedAt, offset: state.offset)))"
    }
    if row.isCorrected { remarks += " (corrected)" }
    return remarks
  }

  private func beginsDay(_ index: Int) -> Bool {
    let day = entries[index].happenedAt
    guard index > 0 else { return !ClockWords.isSameDay(day, state.now, offset: state.offset) }
    return !ClockWords.isSameDay(day, entries[index - 1].happenedAt, offset: state.offset)
  }
}
