import Commands

/// The column of a timeline that says who: as wide as the longest name shown, so that what follows stays in line.
struct ActorColumn {
  /// Longer names are cut.
  static let most = 12

  let width: Int
  private let glyphs: Glyphs

  /// - Parameter least: the width where all names are shorter.
  init(_ rows: some Sequence<TimelineRow>, least: Int, state: ScreenState) {
    glyphs = state.glyphs
    var width = least
    for row in rows {
      width = max(width, Sanitizer.width(of: row.shortPerson(glyphs: glyphs), glyphs: glyphs))
      if width >= ActorColumn.most { break }
    }
    self.width = width
  }

  /// The name, filled with blanks to the column's width.
  func text(_ row: TimelineRow) -> String { row.shortPerson(glyphs: glyphs).padding(to: width) }
}
