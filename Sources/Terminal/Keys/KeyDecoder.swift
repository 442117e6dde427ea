package import Screens

/// Makes keys of input: bundles pastes, names control characters, and swallows what is left of an escape sequence that
/// the terminal library did not know, which would else arrive as letters and act.
package struct KeyDecoder: Sendable {
  /// The paste under way.
  private var paste: [Unicode.Scalar]?
  private var lastFeed: Int64 = 0
  /// When a lone escape was the last that came; its sequence may follow on a slow line.
  private var lastEscape: Int64?

  /// The longest paste taken, in scalars; the rest of it is dropped.
  static let longestPaste = 1_048_576
  /// A paste whose end does not come for this long has ended, in milliseconds.
  static let pastePatience: Int64 = 2_000
  /// What follows an escape this soon was not typed by hand, in milliseconds.
  static let escapePatience: Int64 = 50
  /// The longest operating system command swallowed, in scalars.
  static let longestCommand = 4_096

  package init() {}

  /// - Parameters:
  ///   - tokens: all input that had arrived.
  ///   - time: a clock's milliseconds; only differences count.
  package mutating func keys(from tokens: [InputToken], time: Int64) -> [Key] {
    var keys: [Key] = []
    if paste != nil, time - lastFeed > Self.pastePatience { finishPaste(&keys) }
    lastFeed = time
    var rest = tokens[...]
    if let lastEscape, time - lastEscape <= Self.escapePatience, !rest.isEmpty { swallowLateRemainder(&rest) }
    lastEscape = rest.last == .scalar(0x1B) ? time : nil
    while let token = rest.popFirst() {
      if paste != nil {
        continuePaste(token, rest: rest, &keys)
        continue
      }
      switch token {
      case .pasteBegin: paste = []
      case .pasteEnd: break
      case .key(let key): keys.append(key)
      case .scalar(0x1B): escape(&rest, &keys)
      case .scalar(let value): keys.append(Self.key(of: value))
      }
    }
    return keys
  }

  private mutating func continuePaste(_ token: InputToken, rest: ArraySlice<InputToken>, _ keys: inout [Key]) {
    switch token {
    case .scalar(let value):
      guard let scalar = Unicode.Scalar(value), (paste?.count ?? 0) < Self.longestPaste else { return }
      paste?.append(scalar)
    case .key(.enter): paste?.append("\n")
    case .key(.tab): paste?.append("\t")
    case .key, .pasteBegin: break
    case .pasteEnd:
      // Where another end follows before a beginning, this one stood in the pasted text: what comes after it was not
      // typed, and must not act.
      if !rest.prefix(while: { $0 != .pasteBegin }).contains(.pasteEnd) { finishPaste(&keys) }
    }
  }

  private mutating func finishPaste(_ keys: inout [Key]) {
    if let paste {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: paste)
      keys.append(.paste(String(text)))
    }
    paste = nil
  }

  /// The escape itself has been handed out; the letters behind it must not act.
  private func swallowLateRemainder(_ rest: inout ArraySlice<InputToken>) {
    guard paste == nil, rest.first == .scalar(0x5B) || rest.first == .scalar(0x4F) else { return }
    var ignored: [Key] = []
    escape(&rest, &ignored)
  }

  private func escape(_ rest: inout ArraySlice<InputToken>, _ keys: inout [Key]) {
    guard case .scalar(let value)? = rest.first else {
      keys.append(.escape)
      return
    }
    switch value {
    case 0x5B:  // [
      rest.removeFirst()
      swallowControl(&rest)
    case 0x4F:  // O
      rest.removeFirst()
      while case .scalar(let digit)? = rest.first, (0x30...0x3B).contains(digit) { rest.removeFirst() }
      if case .scalar? = rest.first { rest.removeFirst() }
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F:  // ] P X ^ _
      rest.removeFirst()
      swallowCommand(&rest)
    case 0x1B: keys.append(.escape)
    default:
      rest.removeFirst()
      if value > 0x20, value != 0x7F, let scalar = Unicode.Scalar(value) {
        keys.append(.alt(Character(scalar)))
      } else {
        keys.append(.unknown)
      }
    }
  }

  /// Up to the final byte of a control sequence.
  private func swallowControl(_ rest: inout ArraySlice<InputToken>) {
    while case .scalar(let value)? = rest.first {
      guard (0x20...0x7E).contains(value) else { return }
      rest.removeFirst()
      if value >= 0x40 { return }
    }
  }

  /// Up to the bell or the string terminator.
  private func swallowCommand(_ rest: inout ArraySlice<InputToken>) {
    var count = 0
    while case .scalar(let value)? = rest.first, count < Self.longestCommand {
      rest.removeFirst()
      count += 1
      if value == 0x07 || value == 0x9C { return }
      if value == 0x1B {
        if case .scalar(0x5C)? = rest.first { rest.removeFirst() }
        return
      }
    }
  }

  private static func key(of value: UInt32) -> Key {
    switch value {
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x00: return .control(" ")
    case 0x01...0x1F:
      guard let scalar = Unicode.Scalar(value < 0x1B ? value + 0x60 : value + 0x40) else { return .unknown }
      return .control(Character(scalar))
    case 0x80...0x9F: return .unknown
    default: return Unicode.Scalar(value).map { .character(Character($0)) } ?? .unknown
    }
  }
}
