/// Reads a text as characters that may stand on a screen, one after the other and without allocating.
package struct SafeCharacters: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var waiting: Unicode.Scalar?
  private let glyphs: Glyphs
  private let keepsNewlines: Bool

  init(_ text: String, glyphs: Glyphs, keepsNewlines: Bool) {
    scalars = text.unicodeScalars.makeIterator()
    self.glyphs = glyphs
    self.keepsNewlines = keepsNewlines
  }

  package mutating func next() -> SafeCharacter? {
    while let scalar = take() {
      guard var character = first(of: scalar) else { continue }
      if character.base != " " && character.base != "\n" { attach(to: &character) }
      return character
    }
    return nil
  }

  private mutating func take() -> Unicode.Scalar? {
    if let scalar = waiting {
      waiting = nil
      return scalar
    }
    return scalars.next()
  }

  /// The character that begins with this scalar; nil when the scalar is left out.
  private mutating func first(of scalar: Unicode.Scalar) -> SafeCharacter? {
    switch ScalarKind.of(scalar) {
    case .visible(let width): return visible(scalar, width: width)
    case .space, .tab: return SafeCharacter(base: " ")
    case .carriageReturn:
      guard let following = take() else { return SafeCharacter(base: glyphs.picture(of: scalar)) }
      waiting = following
      // The pair is one line's end; its second half tells the story.
      return following == "\n" ? nil : SafeCharacter(base: glyphs.picture(of: scalar))
    case .lineFeed, .lineBreak: return SafeCharacter(base: keepsNewlines ? "\n" : glyphs.newline)
    case .flagLetter(let letter): return SafeCharacter(base: letter)
    case .control: return SafeCharacter(base: glyphs.picture(of: scalar))
    case .mark, .dropped: return nil
    case .joiner, .unfit: return SafeCharacter(base: glyphs.replacement)
    case .skinTone: return visible(scalar, width: 2)
    }
  }

  private func visible(_ scalar: Unicode.Scalar, width: UInt8) -> SafeCharacter {
    if glyphs == .unicode || scalar.isASCII { return SafeCharacter(base: scalar, width: width) }
    return SafeCharacter(base: ASCIILikeness.of(scalar) ?? glyphs.replacement)
  }

  /// Takes in what belongs to the character: marks, and the rest of a joined emoji, of which the first one is shown.
  private mutating func attach(to character: inout SafeCharacter) {
    let isPicture = character.width == 2 && character.base.properties.isEmoji
    while let scalar = take() {
      switch ScalarKind.of(scalar) {
      case .mark:
        if glyphs == .unicode { character.add(mark: scalar) }
      case .dropped: break
      case .skinTone where isPicture: break
      case .joiner where isPicture:
        guard let following = take() else { return }
        if !following.properties.isEmoji || following.isASCII {
          waiting = following
        }
      default:
        waiting = scalar
        return
      }
    }
  }
}
