import Commands
import Incidents

/// How the first screen divides its room between the rows and the preview; the scrolling asks the same.
struct ListAreas {
  var headings: Region
  var list: Region
  var preview: Region

  init(_ state: ScreenState, _ region: Region) {
    var rest = region
    headings = rest.takeTop(region.height >= 4 ? 1 : 0)
    // A preview needs a rule and two lines to be worth its room.
    let least = region.height >= 16 ? 8 : region.height >= 10 ? 4 : 0
    let needed = ListAreas.rowsNeeded(state, upTo: rest.height)
    list = rest.takeTop(min(needed, rest.height - least))
    preview = least > 0 ? rest : rest.takeBottom(0)
  }

  /// A triggered incident says who is being paged, or that nobody is where there is somebody who could think so: the
  /// most urgent one and the selected one, as a storm of such lines would hide the incidents, and each whose page did
  /// not go out.
  static func hasSecondLine(_ state: ScreenState, _ index: Int) -> Bool {
    guard let board = state.board, state.size.columns >= 60 else { return false }
    let row = board.rows[index]
    if row.paging?.unpaged.isEmpty == false, row.status == .triggered { return true }
    guard row.status == .triggered, index == 0 || index == state.list.index else { return false }
    return row.paging != nil || (board.header.wakesNobody && board.header.onCall?.primary != nil)
  }

  private static func rowsNeeded(_ state: ScreenState, upTo limit: Int) -> Int {
    guard let board = state.board else { return 0 }
    var needed = state.ghost == nil ? 0 : 1
    for index in 0..<min(board.rows.count, limit) { needed += hasSecondLine(state, index) ? 2 : 1 }
    return board.rows.count > limit ? limit : min(needed, limit)
  }
}
