import Commands

/// Every command by its words, with its keys, and why it cannot run where it cannot.
struct PaletteView {
  let state: ScreenState
  let palette: Palette

  init(_ state: ScreenState, _ palette: Palette) {
    self.state = state
    self.palette = palette
  }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    let matches = state.matches(palette)
    guard !matches.isEmpty else {
      return grid.draw([StyledLine(" No command is called so.", .dim)], in: region)
    }
    let situation = state.situation
    let keysWidth = matches.reduce(9) { max($0, Sanitizer.width(of: keys($1), glyphs: grid.glyphs)) } + 1
    let top = max(0, min(palette.selected - region.height + 1, matches.count - 1))
    for (place, match) in matches.dropFirst(top).prefix(region.height).enumerated() {
      let row = region.row + place
      let isSelected = top + place == palette.selected
      if isSelected {
        grid.fill(row: row, style: Style(.selected))
        grid.put(glyph: grid.glyphs.marker, row: row, column: 1, style: Style(.selected))
      }
      grid.put(
        line(match, situation, isSelected: isSelected, keysWidth: keysWidth, width: region.width - 4), row: row,
        column: 3)
    }
  }

  private func keys(_ match: PaletteMatch) -> String {
    guard case .command(let command) = match else { return "" }
    return command.keys.map { KeyName.shown($0, glyphs: state.glyphs) }.joined(separator: " ")
  }

  private func line(
    _ match: PaletteMatch, _ situation: Situation, isSelected: Bool, keysWidth: Int, width: Int
  ) -> StyledLine {
    let role = { (role: StyleRole) -> StyleRole in isSelected ? .selected : role }
    switch match {
    case .incident(let label): return StyledLine("open incident #\(label)", role(.normal))
    case .command(let command):
      let strangeness = Registry.strangeness(of: command, at: situation.place).map { "not here: \($0)" }
      let obstacle = strangeness ?? Registry.obstacle(to: command, in: situation).map { "not now: \($0)" }
      let text = obstacle ?? command.verb.map { "sitrep \($0)" } ?? command.help
      return StyledLine(command.title.padding(to: 15), role(obstacle == nil ? .normal : .dim))
        + StyledLine(keys(match).padding(to: keysWidth), role(.footerKey))
        + StyledLine(Shortening.words(text, width: max(1, width - 15 - keysWidth), glyphs: state.glyphs), role(.dim))
    }
  }
}
