import Commands

/// All keys of a place, with the reason where one does nothing now; and the last sentence that said no, whole.
struct HelpView {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region, scroll: Int) {
    ScrolledLines(HelpView.lines(state, width: region.width), height: region.height).draw(&grid, region, from: scroll)
  }

  static func lines(_ state: ScreenState, width: Int) -> [StyledLine] {
    let glyphs = state.glyphs
    let situation = state.situation
    var lines: [StyledLine] = []
    if let trouble = state.lastTrouble {
      lines.append(StyledLine(" Said last", .tableHeading))
      lines += StyledLine.wrapped(
        trouble, Style(.danger), width: max(1, width - 1), lead: StyledLine(" "), indent: 1, glyphs: glyphs)
      lines.append(StyledLine())
    }
    let commands = Registry.commands(at: state.place.registered)
    for (heading, part) in [
      ("What can be done", commands.filter { $0.effect != .read }),
      ("What can be seen", commands.filter { $0.effect == .read }),
    ] {
      lines.append(StyledLine(" " + heading, .tableHeading))
      for command in part { lines += line(command, situation, width: width, glyphs) }
      lines.append(StyledLine())
    }
    return lines.dropLast()
  }

  private static func line(
    _ command: RegisteredCommand, _ situation: Situation, width: Int, _ glyphs: Glyphs
  ) -> [StyledLine] {
    let keys = command.keys.map { KeyName.shown($0, glyphs: glyphs) }.joined(separator: " ")
    let obstacle = Registry.obstacle(to: command, in: situation)
    let isWide = width >= 50
    let lead =
      StyledLine(
        " " + keys.padding(to: isWide ? 10 : 6) + " ", obstacle == nil ? .footerKey : .dim, obstacle == nil ? .bold : []
      )
      + StyledLine(isWide ? command.title.padding(to: 13) + " " : "", obstacle == nil ? .normal : .dim)
    let undo = command.id == "incident.undo" ? situation.undoable.map { " Now: \($0)" } ?? "" : ""
    let text = obstacle.map { "not now: \($0)" } ?? (isWide ? command.help + undo : command.title)
    let indent = Sanitizer.width(of: lead.text, glyphs: glyphs)
    return StyledLine.wrapped(
      text, Style(obstacle == nil ? .normal : .dim), width: max(1, width - 1), lead: lead,
      indent: min(indent, max(0, width - 12)), glyphs: glyphs)
  }
}
