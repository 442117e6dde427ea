/// Keys as the registry and people write them: "a", "Enter", "^L", "Space", "←".
package enum KeyName {
  /// The registry's name of a key; nil for keys that no command can have (pastes, keys without a name).
  package static func of(_ key: Key) -> String? {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .escape: "Esc"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .control(let letter): "^" + letter.uppercased()
    case .alt(let letter): "M-" + String(letter)
    case .function(let number): "F\(number)"
    case .paste, .unknown: nil
    }
  }

  /// A name as it is shown: arrows become words where the terminal has none.
  static func shown(_ name: String, glyphs: Glyphs) -> String {
    guard glyphs == .ascii else { return name }
    return switch name {
    case "↑": "Up"
    case "↓": "Down"
    case "←": "Left"
    case "→": "Right"
    default: name
    }
  }

  /// A name as the footer shows it, where room is dear.
  static func footer(_ name: String, glyphs: Glyphs) -> String {
    switch name {
    case "Enter": "enter"
    case "Space": "space"
    case "Tab": "tab"
    default: shown(name, glyphs: glyphs)
    }
  }
}
