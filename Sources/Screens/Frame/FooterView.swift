import Commands

/// The last row: the keys that matter here, from the registry, as many as fit; help is always among them.
struct FooterView {
  private let shown: ShownState

  init(_ shown: ShownState) { self.shown = shown }

  func draw(_ grid: inout CellGrid, _ region: Region, _ memory: inout RowMemory) {
    guard isCommanding else { return draw(pairs, &grid, region) }
    let place = shown.state.place.registered
    let runnable = self.runnable
    memory.row(region.row, of: &grid, because: .footer(place, runnable: runnable)) {
      draw(pairs(of: runnable), &$0, region)
    }
  }

  private func draw(_ pairs: [(key: String, text: String)], _ grid: inout CellGrid, _ region: Region) {
    grid.fill(row: region.row, style: Style(.footer))
    var pairs = pairs
    let room = region.width - 1
    // Palette and help come last and lead to everything else; what stands before them makes room.
    let kept = isCommanding && region.width >= 60 ? 2 : 1
    while pairs.count > 1, width(of: pairs, grid.glyphs) > room {
      pairs.remove(at: pairs.count > kept + 1 ? pairs.count - kept - 1 : max(0, pairs.count - 2))
    }
    var column = 1
    for pair in pairs {
      column += grid.put(pair.key, row: region.row, column: column, style: Style(.footerKey, .bold)) + 1
      column += grid.put(pair.text, row: region.row, column: column, style: Style(.footer)) + 2
    }
  }

  private func width(of pairs: [(key: String, text: String)], _ glyphs: Glyphs) -> Int {
    pairs.reduce(-2) { $0 + Sanitizer.width(of: $1.key + $1.text, glyphs: glyphs) + 3 }
  }

  private var isCommanding: Bool {
    if case .keys = shown.state.mode, shown.state.chord == nil { true } else { false }
  }

  private var pairs: [(key: String, text: String)] {
    switch shown.state.mode {
    case .keys: shown.state.chord.map(chordPairs) ?? pairs(of: runnable)
    case .line: [("enter", "goes"), ("^G", "keeps it"), ("^U", "drops it")]
    case .choice(let prompt):
      [(prompt.choices.map { String($0.key) }.joined(separator: " "), "choose"), ("q", "leaves it")]
    case .runChoice(let choice):
      [(choice.candidates.count == 1 ? "1" : "1-\(choice.candidates.count)", "chooses")]
        + (choice.all == nil ? [] : [("0", "shows all")]) + [("q", "leaves it")]
    case .alerts:
      [("y", "led us there"), ("n", "noise"), ("m", "one was missing"), ("j k", "another"), ("q", "done")]
    case .composer:
      [
        ("enter", "records"), ("^G", "keeps the draft"), ("^U", "drops it"),
        ("↑ ↓".arrows(shown.state.glyphs), "earlier lines"),
      ]
    case .chat(let chat):
      chat.transcript == nil ? [("q", "leaves it")] : [("enter", "records all"), ("j k", "scroll"), ("q", "leaves it")]
    case .palette: [("enter", "runs it"), ("↑ ↓".arrows(shown.state.glyphs), "choose"), ("^G", "leaves")]
    case .help: [("j k", "scroll"), ("q", "back")]
    case .confirm(let confirmation):
      confirmation.kind == .destructive
        ? [("enter", "goes, once the number is typed"), ("^G", "leaves it")]
        : [("enter", "goes"), ("q", "leaves it")]
    case .message(let writing):
      writing.gap != nil
        ? [("enter", "goes on"), ("^G", "leaves it")]
        : [("enter", "looks at it"), ("Tab", "audience"), ("^Y", "prints it"), ("^G", "keys"), ("^U", "drops it")]
    case .find: [("enter", "finds"), ("^G", "leaves")]
    case .editor: [("q", "gives it up")]
    }
  }

  private func chordPairs(_ first: String) -> [(key: String, text: String)] {
    let rest = Registry.commands(at: shown.state.place.registered).compactMap {
      command -> (key: String, text: String)? in
      guard let keys = command.keys.first(where: { $0.hasPrefix(first + " ") }) else { return nil }
      return (String(keys.dropFirst(first.count + 1)), command.short)
    }
    return [(first, "and then:")] + rest
  }

  /// The commands of the footer that can run now, a bit for each.
  private var runnable: UInt64 {
    let situation = shown.state.situation
    var runnable: UInt64 = 0
    for (place, command) in Registry.footer(at: situation.place).enumerated() where command.canRun(in: situation) {
      runnable |= 1 << UInt64(place)
    }
    return runnable
  }

  private func pairs(of runnable: UInt64) -> [(key: String, text: String)] {
    Registry.footer(at: shown.state.place.registered).enumerated().compactMap { place, command in
      guard runnable & 1 << UInt64(place) != 0 else { return nil }
      return (KeyName.footer(command.key, glyphs: shown.state.glyphs), command.short)
    }
  }
}

extension String {
  /// Arrow signs as words where the terminal has none.
  fileprivate func arrows(_ glyphs: Glyphs) -> String {
    split(separator: " ").map { KeyName.shown(String($0), glyphs: glyphs) }.joined(separator: " ")
  }
}
