import Commands

/// A whole screen for a state.
struct ScreenView {
  private let shown: ShownState
  private let size: Size

  init(_ state: ScreenState, _ size: Size) {
    shown = ShownState(state)
    self.size = size
  }

  /// - Parameter memory: of the frames before.
  func grid(_ memory: inout RowMemory) -> CellGrid {
    var grid = memory.begin(size, glyphs: shown.state.glyphs)
    guard size.rows > 0, size.columns > 0 else { return grid }
    let layout = ScreenLayout(shown.state, size)
    if layout.header.height > 0 { HeaderView(shown).draw(&grid, layout.header, &memory) }
    if layout.tabs.height > 0 { TabsView(shown).draw(&grid, layout.tabs, &memory) }
    drawBody(&grid, layout.body, &memory)
    layout.bottomLines.draw(&grid, layout.bottom)
    if layout.footer.height > 0 { FooterView(shown).draw(&grid, layout.footer, &memory) }
    grid.cursor = grid.cursor.map {
      Position(column: min($0.column, size.columns - 1), row: min($0.row, size.rows - 1))
    }
    return grid
  }

  private func drawBody(_ grid: inout CellGrid, _ region: Region, _ memory: inout RowMemory) {
    switch shown.state.mode {
    case .help(let scroll): return HelpView(shown.state).draw(&grid, region, scroll: scroll)
    case .palette(let palette): return PaletteView(shown.state, palette).draw(&grid, region)
    case .chat(let chat): return ChatImportView(shown.state, chat).draw(&grid, region)
    default: break
    }
    switch shown.state.place {
    case .list: ListView(shown).draw(&grid, region, &memory)
    case .messages: MessageView(shown.state).draw(&grid, region)
    case .room(let id): RoomView(shown.state, id).draw(&grid, region)
    case .stepper: StepperView(shown.state).draw(&grid, region)
    case .onCall: OnCallView(shown.state).draw(&grid, region)
    case .runbooks: RunbooksView(shown.state).draw(&grid, region)
    case .past: PastView(shown.state).draw(&grid, region)
    case .board: WallView(shown.state).draw(&grid, region)
    }
  }
}
