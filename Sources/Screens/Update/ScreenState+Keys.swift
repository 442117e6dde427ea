import Commands
import EventLog

extension ScreenState {
  mutating func press(_ key: Key, _ effects: inout [ScreenEffect]) {
    if isOnWall { return pressOnWall(key, &effects) }
    if hold(key) { return }
    if case .paste = key, !isTyping {
      notice = Notice("A paste does nothing here. Press l to write on the timeline; inside a line it may be pasted.")
      return
    }
    switch mode {
    case .keys: pressCommand(key, &effects)
    case .line(let prompt): pressLine(prompt, key, &effects)
    case .choice(let prompt): pressChoice(prompt, key, &effects)
    case .composer(let composer): pressComposer(composer, key, &effects)
    case .chat(let chat): pressChat(chat, key, &effects)
    case .palette(let palette): pressPalette(palette, key, &effects)
    case .help(let scroll): pressHelp(scroll, key)
    case .confirm(let confirmation): pressConfirmation(confirmation, key, &effects)
    case .find(let field): pressFind(field, key)
    case .message(let writing): pressMessage(writing, key, &effects)
    case .alerts(let walk): pressAlerts(walk, key, &effects)
    case .runChoice(let choice): pressRunChoice(choice, key, &effects)
    case .editor: if isGoingBack(key) { mode = .keys }
    }
  }

  func isGoingBack(_ key: Key) -> Bool {
    [.character("q"), .escape, .left, .control("c"), .control("g")].contains(key)
  }

  /// On a wall nobody stands at the keys: what is pressed by accident shows nothing and opens nothing.
  private func pressOnWall(_ key: Key, _ effects: inout [ScreenEffect]) {
    switch key {
    case .character("q"), .character("Q"), .control("c"): effects.append(.quit)
    case .control("l"): effects.append(.repaint)
    case .control("z"): effects.append(.suspend)
    default: break
    }
  }

  private mutating func pressCommand(_ key: Key, _ effects: inout [ScreenEffect]) {
    notice = nil
    hasChosen = true
    let first = chord
    chord = nil
    guard let name = KeyName.of(key) else { return }
    let at = place.registered
    let keys = first.map { $0 + " " + name } ?? name
    if let command = Registry.command(for: keys, at: at) {
      // Moving depends on nothing, so nothing is gathered for it: a cursor key is the most frequent of all.
      if case .interface(let action) = command.action, move(action) { return }
      run(command, in: situation, key: name, &effects)
    } else if first == nil, Registry.isPrefix(name, at: at) {
      chord = name
    } else if let first {
      if !isGoingBack(key) { notice = Notice("\(first) \(name) is no command here; ? shows the keys.") }
    } else if key == .control("c") {
      notice = Notice("q goes back, Q leaves at once.")
    } else {
      notice = Notice("\(KeyName.shown(name, glyphs: glyphs)) does nothing here; ? shows the keys.")
    }
  }

  private mutating func pressHelp(_ scroll: Int, _ key: Key) {
    let page = max(1, size.rows / 2)
    switch key {
    case .character("?"), .enter: mode = .keys
    case _ where isGoingBack(key): mode = .keys
    case .character("j"), .down: mode = .help(scroll: scroll + 1)
    case .character("k"), .up: mode = .help(scroll: max(0, scroll - 1))
    case .control("d"), .pageDown, .character(" "): mode = .help(scroll: scroll + page)
    case .control("u"), .pageUp: mode = .help(scroll: max(0, scroll - page))
    case .character("g"), .home: mode = .help(scroll: 0)
    case .character("G"), .end: mode = .help(scroll: .max / 2)
    default: break
    }
  }
}
