/// What the sanitizer may do with a scalar.
enum ScalarKind: Equatable {
  /// May stand in a cell by itself, with its width.
  case visible(UInt8)
  /// May stand above or below a visible character.
  case mark
  /// Shown as a blank.
  case space
  case tab, lineFeed, carriageReturn
  /// Other separators of lines and paragraphs.
  case lineBreak
  /// Left out: changes only the look of its neighbour, or carries text that nobody sees.
  case dropped
  /// Joins emoji into one.
  case joiner
  /// Changes the colour of the person in the emoji before it.
  case skinTone
  /// Half of a flag; shown as its letter.
  case flagLetter(Unicode.Scalar)
  /// A control character below U+0020 or U+007F.
  case control
  /// Anything else that must not reach a terminal: C1, direction, invisible, unassigned, private.
  case unfit

  static func of(_ scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF: .visible(1)
    case 0x09: .tab
    case 0x0A: .lineFeed
    case 0x0D: .carriageReturn
    case 0x00...0x1F, 0x7F: .control
    case 0x2028, 0x2029: .lineBreak
    case 0x200D: .joiner
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0xE0000...0xE007F: .dropped
    case 0x1F3FB...0x1F3FF: .skinTone
    case 0x1F1E6...0x1F1FF: letterOfFlag(scalar)
    // Braille without dots and the two half fillers look like nothing, though they count as letters.
    case 0x2800: .space
    // Vowels and finals of Hangul in parts: they take no column of their own, and stand on no other base.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x3164, 0xFFA0: .unfit
    // Terminals and C libraries differ about the width of these: circled tens, hexagrams, a vowel of Ahom.
    case 0x3248...0x324F, 0x4DC0...0x4DFF, 0x1171E: .unfit
    default: byProperties(scalar)
    }
  }

  private static func letterOfFlag(_ scalar: Unicode.Scalar) -> ScalarKind {
    Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { .flagLetter($0) } ?? .unfit
  }

  private static func byProperties(_ scalar: Unicode.Scalar) -> ScalarKind {
    let properties = scalar.properties
    guard let age = properties.age, age.major <= 14, !properties.isDefaultIgnorableCodePoint else { return .unfit }
    switch properties.generalCategory {
    case .spaceSeparator: return .space
    case .nonspacingMark: return allowsMark(scalar.value) ? .mark : .unfit
    case .enclosingMark, .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return .unfit
    default: return .visible(ScalarWidth.of(scalar))
    }
  }

  /// Marks of living scripts; the enclosing and keycap ones are not among them, as they change the width.
  private static func allowsMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x0300...0x0FFF, 0x1DC0...0x1DFF, 0x20D0...0x20DC, 0x20E5...0x20F0, 0x3099...0x309A, 0xFE20...0xFE2F: true
    default: false
    }
  }
}
