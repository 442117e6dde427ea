import Screens

/// What may be sent to a terminal besides the picture.
package enum TerminalSignal: Equatable, Sendable {
  /// The bell.
  case bell
  /// A note that the terminal may show on the desktop (OSC 9).
  case notify(String)
  /// The title of the window (OSC 2).
  case title(String)

  /// The longest text sent, in characters.
  static let longestText = 120

  /// The bytes to send. Nothing protects an operating system command from its own text, so that is printable ASCII
  /// alone and short.
  package var bytes: [UInt8] {
    switch self {
    case .bell: [0x07]
    case .notify(let text): Self.command("9", text)
    case .title(let text): Self.command("2", text)
    }
  }

  private static func command(_ number: String, _ text: String) -> [UInt8] {
    let safe = Sanitizer.clipped(text, to: longestText, glyphs: .ascii).utf8.filter { $0 >= 0x20 && $0 < 0x7F }
    return [0x1B, UInt8(ascii: "]")] + Array(number.utf8) + [UInt8(ascii: ";")] + safe + [0x07]
  }
}
