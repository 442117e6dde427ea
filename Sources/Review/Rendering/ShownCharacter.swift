/// What becomes of a character from outside in a document.
enum ShownCharacter {
  case shown
  /// Every kind of space and line end: one space.
  case blank
  /// Control characters, and those that turn the direction of writing around and so can show a text as another.
  case dropped

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 9...13, 32, 0x85: self = .blank
    case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069, 0x200B...0x200F, 0xFEFF, 0xFFFE, 0xFFFF: self = .dropped
    default: self = scalar.value > 127 && scalar.properties.isWhitespace ? .blank : .shown
    }
  }
}
