import Commands

/// A whole screen for a state.
struct ScreenView {
  let state: ScreenState
  let size: Size

  init(_ state: ScreenState, _ size: Size) {
    self.state = state
    self.size = size
  }

  func grid() -> CellGrid {
    var grid = CellGrid(size: size, glyphs: state.glyphs)
    guard size.rows > 0, size.columns > 0 else { return grid }
    let layout = ScreenLayout(state, size)
    if layout.header.height > 0 { HeaderView(state).draw(&grid, layout.header) }
    if layout.tabs.height > 0 { TabsView(state).draw(&grid, layout.tabs) }
    drawBody(&grid, layout.body)
    layout.bottomLines.draw(&grid, layout.bottom)
    if layout.footer.height > 0 { FooterView(state).draw(&grid, layout.footer) }
    grid.cursor = grid.cursor.map {
      Position(column: min($0.column, size.columns - 1), row: min($0.row, size.rows - 1))
    }
    return grid
  }

  private func drawBody(_ grid: inout CellGrid, _ region: Region) {
    switch state.mode {
    case .help(let scroll): return HelpView(state).draw(&grid, region, scroll: scroll)
    case .palette(let palette): return PaletteView(state, palette).draw(&grid, region)
    case .chat(let chat): return ChatImportView(state, chat).draw(&grid, region)
    default: break
    }
    switch state.place {
    case .list: ListView(state).draw(&grid, region)
    case .room(let id): RoomView(state, id).draw(&grid, region)
    case .stepper: StepperView(state).draw(&grid, region)
    case .onCall: OnCallView(state).draw(&grid, region)
    case .runbooks: RunbooksView(state).draw(&grid, region)
    case .past: PastView(state).draw(&grid, region)
    case .board: WallView(state).draw(&grid, region)
    }
  }
}
