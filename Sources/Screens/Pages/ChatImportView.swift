import Commands
import EventLog
import Incidents

/// A chat that is about to be taken over, line by line with the times that it will get.
struct ChatImportView {
  let state: ScreenState
  let chat: ChatImport

  init(_ state: ScreenState, _ chat: ChatImport) {
    self.state = state
    self.chat = chat
  }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    var region = region
    let head = region.takeTop(1)
    guard head.height > 0 else { return }
    let source = chat.transcript.map { " from a \($0.source)" } ?? ""
    grid.put(" Import into #\(chat.label)\(source)", row: head.row, column: 0, style: Style(.tableHeading))
    guard let transcript = chat.transcript else {
      let forms = [
        "", "   [14:02] lea: rolled back", "   14:02 lea rolled back", "   lea  2:02 PM", "   rolled back",
      ]
      let lead = StyledLine.wrapped(
        "A Slack export (JSON), or lines like these:", Style(.dim), width: max(1, region.width - 1),
        lead: StyledLine(" "), indent: 1, glyphs: grid.glyphs)
      return grid.draw(lead + forms.map { StyledLine($0, .dim) }, in: region)
    }
    grid.draw(transcript.lines.dropFirst(chat.scroll).prefix(region.height).flatMap(lines), in: region)
  }

  private func lines(_ line: ImportedLine) -> [StyledLine] {
    let about = line.precision == .exact || line.precision == .minute ? " " : "~"
    let isNarrow = state.size.columns < 60
    let time =
      isNarrow
      ? ClockWords.near(line.at, now: state.now, offset: state.offset) : ClockWords.full(line.at, offset: state.offset)
    let lead =
      StyledLine(about + time + " ", .dim)
      + StyledLine(Sanitizer.clipped(line.person, to: isNarrow ? 8 : 16, glyphs: state.glyphs) + " ", .person)
    let indent = Sanitizer.width(of: lead.text, glyphs: state.glyphs)
    return StyledLine.wrapped(
      line.text, width: max(1, state.size.columns - 1), lead: lead, indent: min(indent, state.size.columns / 2),
      glyphs: state.glyphs)
  }
}
