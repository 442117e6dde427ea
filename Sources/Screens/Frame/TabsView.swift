import Commands

/// The second row: the tabs that have something in them, and on its right the loudest thing to know about Sitrep
/// itself. Something wrong takes the whole row.
struct TabsView {
  private let shown: ShownState

  init(_ shown: ShownState) { self.shown = shown }

  static let wakesNobody = "wakes nobody yet"

  func draw(_ grid: inout CellGrid, _ region: Region, _ memory: inout RowMemory) {
    let place = shown.state.place.registered
    let reason = RowReason.tabs(
      news: shown.state.news, root: shown.state.places.first?.registered ?? place, place: place)
    memory.row(region.row, of: &grid, because: reason) { draw(&$0, region) }
  }

  private func draw(_ grid: inout CellGrid, _ region: Region) {
    if let alarm {
      grid.fill(row: region.row, style: Style(.headerAlarm))
      // How many more there are is not what may be cut off.
      let words = Shortening.words(
        alarm.words, width: region.width - 2 - alarm.more.utf8.count, glyphs: grid.glyphs)
      grid.put(words + alarm.more, row: region.row, column: 1, style: Style(.headerAlarm, .bold))
      return
    }
    var column = 1
    for tab in shown.state.tabs {
      let isHere = shown.state.places.first == tab.place
      let news = tab.place == .onCall ? shown.state.board?.header.news.count ?? 0 : 0
      let text = "\(tab.digit) \(tab.title)" + (news > 0 ? " (\(news) for you)" : "")
      guard column + text.utf8.count <= region.width else { break }
      column += grid.put(
        text, row: region.row, column: column, style: isHere ? Style(.tabSelected, .bold) : Style(.tab))
      column += 2
    }
    if let watcher = shown.state.board?.header.watcher {
      for text in ["\(watcher) watches", watcher] where column + text.utf8.count + 1 <= region.width {
        grid.putRight(text, row: region.row, endColumn: region.width - 1, style: Style(.dim))
        return
      }
    }
    guard shown.state.board?.header.wakesNobody == true else { return }
    for text in ["Sitrep " + TabsView.wakesNobody, TabsView.wakesNobody]
    where column + text.utf8.count + 1 <= region.width {
      grid.putRight(text, row: region.row, endColumn: region.width - 1, style: Style(.dim))
      return
    }
  }

  /// What is wrong with Sitrep itself and how much more is, or that it pours.
  private var alarm: (words: String, more: String)? {
    let header = shown.state.board?.header
    if let warning = header?.warnings.first {
      let more = (header?.warnings.count ?? 1) - 1
      return (warning, more > 0 ? " (and \(more) more)" : "")
    }
    return header?.storm.map { storm in
      let since = ClockWords.time(storm.since, offset: shown.state.offset)
      return ("STORM: \(storm.count) incidents since \(since). Space marks, a acknowledges the marked.", "")
    }
  }
}
