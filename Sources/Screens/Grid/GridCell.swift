/// One cell of a grid, 16 bytes and no memory of its own, so that grids copy and compare as plain memory.
package struct GridCell: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// Combining marks as scalar values, 0 for none.
  package let firstMark: UInt32
  package let secondMark: UInt32
  /// 1, or 2 for the left half of a wide character; 0 for its right half, which shows nothing itself.
  package let width: UInt8
  package var style: Style
  /// Makes it sixteen bytes that are all said, so that cells can be compared by words.
  private let filling: UInt8 = 0

  init(_ character: SafeCharacter, style: Style) {
    base = character.base
    firstMark = character.firstMark
    secondMark = character.secondMark
    width = character.width
    self.style = style
  }

  private init(base: Unicode.Scalar, width: UInt8, style: Style) {
    self.base = base
    firstMark = 0
    secondMark = 0
    self.width = width
    self.style = style
  }

  static func blank(_ style: Style) -> GridCell { GridCell(base: " ", width: 1, style: style) }
  static func continuation(_ style: Style) -> GridCell { GridCell(base: " ", width: 0, style: style) }
}
