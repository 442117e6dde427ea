import Commands
import Comms
import EventLog
import Incidents

/// The message that people are to get: whom it goes to, its text with the one sentence, what speaks against it, the
/// next promise, and what is new since the last one.
struct MessageView {
  private let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    var region = region
    let head = region.takeTop(min(2, region.height))
    grid.draw(Self.head(state), in: head)
    ScrolledLines(Self.lines(state, width: region.width), height: region.height)
      .draw(&grid, region, from: state.message.scroll)
  }

  /// Where the text may be scrolled to.
  static func scrolled(_ state: ScreenState, to line: Int) -> Int {
    let height = max(0, ScreenLayout(state, state.size).body.height - 2)
    return min(max(0, line), ScrolledLines(lines(state, width: state.size.columns), height: height).end)
  }

  private static func head(_ state: ScreenState) -> [StyledLine] {
    guard let page = state.draftPage, case .messages(page.id) = state.place else {
      return [StyledLine(state.waitingWords("Loading"), .dim)]
    }
    let drill = page.incident.isDrill ? "DRILL " : ""
    let title = StyledLine(
      " \(drill)#\(page.material.label) \(page.incident.severityLabel) \(page.incident.updateState.title): "
        + page.incident.title, .tableHeading)
    var tabs = StyledLine()
    for audience in page.audiences {
      let isHere = audience == (state.message.audience ?? page.audiences.first)
      // Which one it is shows without colours, too.
      tabs = tabs + StyledLine(isHere ? " >" : "  ", .normal)
      tabs = tabs + StyledLine(audience.rawValue, Style(isHere ? .tabSelected : .tab, isHere ? .bold : []))
    }
    return [title, tabs]
  }

  static func lines(_ state: ScreenState, width: Int) -> [StyledLine] {
    switch state.writing {
    case nil: return []
    case .failure(let refusal): return wrapped(refusal.sentence, Style(.danger), width, state)
    case .success(let message):
      let lines = MessageLines(message, state, width: width)
      return lines.others + lines.text + [StyledLine()] + lines.findings + lines.promise + lines.ways + lines.news
    }
  }

  static func wrapped(_ text: String, _ style: Style, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    StyledLine.wrapped(
      text, style, width: max(1, width - 1), lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
  }
}
