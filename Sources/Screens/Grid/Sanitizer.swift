/// The only way by which text enters a grid or a printed line. Whatever it is given, its output has no control
/// character, no change of direction, nothing invisible, no mark without a base, and a known number of columns.
package enum Sanitizer {
  /// The characters of a text for one line of a grid; a line's end in it becomes a sign.
  package static func characters(of text: String, glyphs: Glyphs = .unicode) -> SafeCharacters {
    SafeCharacters(text, glyphs: glyphs, keepsNewlines: false)
  }

  /// The columns that `text` takes in a grid.
  package static func width(of text: String, glyphs: Glyphs = .unicode) -> Int {
    if isPlainASCII(text, newlines: false) { return text.utf8.count }
    return characters(of: text, glyphs: glyphs).reduce(0) { $0 + Int($1.width) }
  }

  /// `text` fit for a line of output outside a grid.
  /// - Parameter keepingNewlines: whether line ends stay; every kind of line end becomes a line feed then.
  package static func plain(_ text: String, keepingNewlines: Bool = false, glyphs: Glyphs = .unicode) -> String {
    if isPlainASCII(text, newlines: keepingNewlines) { return text }
    var safe = String.UnicodeScalarView()
    for character in SafeCharacters(text, glyphs: glyphs, keepsNewlines: keepingNewlines) {
      character.append(to: &safe)
    }
    return String(safe)
  }

  /// `text` cut to at most `width` columns, with an ellipsis where something was left out.
  package static func clipped(_ text: String, to width: Int, glyphs: Glyphs = .unicode) -> String {
    guard width > 0 else { return "" }
    if isPlainASCII(text, newlines: false) {
      return text.utf8.count <= width ? text : String(text.prefix(width - 1)) + String(Character(glyphs.ellipsis))
    }
    var kept: [SafeCharacter] = []
    var used = 0
    var isCut = false
    for character in characters(of: text, glyphs: glyphs) {
      isCut = used + Int(character.width) > width
      if isCut { break }
      kept.append(character)
      used += Int(character.width)
    }
    if isCut {
      while used >= width, let last = kept.popLast() { used -= Int(last.width) }
      kept.append(SafeCharacter(base: glyphs.ellipsis))
    }
    var safe = String.UnicodeScalarView()
    for character in kept { character.append(to: &safe) }
    return String(safe)
  }

  private static func isPlainASCII(_ text: String, newlines: Bool) -> Bool {
    let isPlain: (UInt8) -> Bool = { ($0 >= 0x20 && $0 < 0x7F) || (newlines && $0 == 0x0A) }
    // Nearly every text lies in one piece, which is gone through several times as fast.
    return text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? text.utf8.allSatisfy(isPlain)
  }
}
