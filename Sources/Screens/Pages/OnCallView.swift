import Commands
import EventLog
import OnCall

/// Who is on call now and how to reach them by hand, what waits for an answer, and who comes next.
struct OnCallView {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    let lines = OnCallView.lines(state, width: region.width).lines
    ScrolledLines(lines, height: region.height).draw(&grid, region, from: state.pageScroll)
  }

  /// All lines, and which of them holds the selected shift.
  static func lines(_ state: ScreenState, width: Int) -> (lines: [StyledLine], selected: Int?) {
    guard let page = state.onCall else {
      return ([StyledLine(state.waitingWords("Loading"), .dim)], nil)
    }
    guard page.isConfigured else {
      return (
        [
          StyledLine(), StyledLine(" Nobody is named here: an oncall.yaml says who is on call, and when.", .warning),
          StyledLine(" sitrep config init writes one to begin with.", .dim), StyledLine(),
          StyledLine(" Sitrep wakes nobody yet: keep the pager that does.", .dim),
        ], nil
      )
    }
    let text = OnCallLines(state, page, width: width)
    var lines = [StyledLine()] + text.now + text.news + text.health
    if !page.shifts.isEmpty {
      lines.append(text.heading)
    }
    let first = lines.count
    lines += page.shifts.enumerated().map { text.shift($1, isSelected: state.selectedShift?.id == $1.id) }
    let place = page.shifts.firstIndex { $0.id == state.selectedShift?.id }
    return (lines, place.map { first + $0 })
  }
}
