import Commands

/// How a screen is divided: header, tabs, the place itself, what is asked or said, and the footer. On small screens
/// the quieter parts go first.
struct ScreenLayout {
  var header: Region
  var tabs: Region
  var body: Region
  var bottom: Region
  var footer: Region
  var bottomLines: BottomLines

  init(_ state: ScreenState, _ size: Size) {
    var rest = Region(row: 0, height: size.rows, column: 0, width: size.columns)
    bottomLines = BottomLines(state, width: size.columns, limit: size.rows >= 12 ? 6 : size.rows >= 7 ? 3 : 1)
    let isSpeaking = !bottomLines.lines.isEmpty
    // With a single row, a question goes before everything else.
    header = rest.takeTop(size.rows >= 2 || !isSpeaking ? 1 : 0)
    footer = rest.takeBottom(size.rows >= 6 && !state.isOnWall ? 1 : 0)
    bottom = rest.takeBottom(min(bottomLines.lines.count, max(size.rows == 1 ? 1 : 0, rest.height - 1)))
    // A wall has no tabs to turn to, but what is wrong with Sitrep itself stands there too.
    let isSilent = state.isOnWall && state.board?.header.warnings.isEmpty != false && state.board?.header.storm == nil
    tabs = rest.takeTop(size.rows >= 9 && !isSilent ? 1 : 0)
    body = rest
  }
}
