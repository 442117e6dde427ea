/// A character that may stand on a screen: a visible base, at most two marks above or below it, and its width.
/// Text from anywhere becomes a series of these (`Sanitizer`) before it can enter a grid or a printed line.
package struct SafeCharacter: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// Combining marks as scalar values, 0 for none; numbers, so that a cell owns no memory of its own.
  package internal(set) var firstMark: UInt32
  package internal(set) var secondMark: UInt32
  /// Columns taken: 1 or 2.
  package let width: UInt8

  init(base: Unicode.Scalar, width: UInt8 = 1) {
    self.base = base
    self.width = width
    firstMark = 0
    secondMark = 0
  }

  /// A third mark and all that follow are dropped: towers of marks reach into the rows above.
  mutating func add(mark: Unicode.Scalar) {
    if firstMark == 0 {
      firstMark = mark.value
    } else if secondMark == 0 {
      secondMark = mark.value
    }
  }

  /// Adds the character's scalars to `text`.
  package func append(to text: inout String.UnicodeScalarView) {
    text.append(base)
    if firstMark != 0, let mark = Unicode.Scalar(firstMark) { text.append(mark) }
    if secondMark != 0, let mark = Unicode.Scalar(secondMark) { text.append(mark) }
  }
}
