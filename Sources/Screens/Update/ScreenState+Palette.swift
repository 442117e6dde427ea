import Commands
import EventLog

/// One line of the palette.
enum PaletteMatch: Sendable {
  case command(RegisteredCommand)
  /// An incident by its number.
  case incident(label: String)
}

extension ScreenState {
  /// What fits the words in the palette, the best first.
  func matches(_ palette: Palette) -> [PaletteMatch] {
    let typed = palette.field.text
    let number = typed.filter { $0 != "#" && !$0.isWhitespace }
    if let first = number.first, first.isASCII, first.isNumber { return [.incident(label: number)] }
    let here = place.registered
    let scored = Registry.all.enumerated().compactMap { place, command -> (rank: (Int, Int, Int), RegisteredCommand)? in
      guard let score = score(typed, command) else { return nil }
      return ((-score, command.places.contains(here) ? 0 : 1, place), command)
    }
    return scored.sorted { $0.rank < $1.rank }.map { .command($0.1) }
  }

  /// A title counts more than a verb; help only where it holds the words as they are.
  private func score(_ typed: String, _ command: RegisteredCommand) -> Int? {
    let title = FuzzyMatch.score(typed, in: command.title).map { $0 * 2 + 20 }
    let verb = command.verb.flatMap { FuzzyMatch.score(typed, in: $0) }
    let help = command.help.lowercased().contains(typed.lowercased()) ? 1 : nil
    return [title, verb, help].compactMap { $0 }.max()
  }

  mutating func pressPalette(_ palette: Palette, _ key: Key, _ effects: inout [ScreenEffect]) {
    var palette = palette
    let matches = matches(palette)
    switch key {
    case .up, .control("p"): palette.selected = max(0, palette.selected - 1)
    case .down, .control("n"), .tab: palette.selected = min(max(0, matches.count - 1), palette.selected + 1)
    case .backspace where palette.field.isEmpty:
      mode = .keys
      return
    default:
      switch palette.field.press(key) {
      case .edited: palette.selected = 0
      case .ignored: return
      case .cancelled:
        mode = .keys
        return
      case .submitted:
        mode = .keys
        notice = nil
        guard matches.indices.contains(palette.selected) else {
          notice = Notice("No command is called \"\(palette.field.text)\".")
          return
        }
        choose(matches[palette.selected], &effects)
        return
      }
    }
    mode = .palette(palette)
  }

  private mutating func choose(_ match: PaletteMatch, _ effects: inout [ScreenEffect]) {
    switch match {
    case .command(let command): run(command, in: situation, &effects)
    case .incident(let label): jump(to: label)
    }
  }

  /// Opens an incident by its number, also one that is over.
  private mutating func jump(to label: String) {
    let shown = board?.rows.first { $0.label == label } ?? board?.rows.first { String($0.number) == label }
    if let shown {
      open(.room(shown.id))
    } else if Int64(label).map({ $0 < .max }) == true {
      jump = label
      notice = Notice("Looking for #\(label) \(Character(glyphs.ellipsis))")
    } else {
      refuse("There is no incident #\(label).")
    }
  }
}
