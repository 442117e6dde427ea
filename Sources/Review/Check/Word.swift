/// A word of a text, and where it stands.
struct Word: Hashable, Sendable {
  /// What stands between a word and the one before it.
  enum Stop: Int, Comparable, Sendable {
    case none, comma, clause, sentence

    static func < (left: Stop, right: Stop) -> Bool { left.rawValue < right.rawValue }
  }

  /// In lower case, its apostrophes straight.
  var text: String
  var isRaised: Bool
  /// Written in capitals throughout, and of two letters at least.
  var isCapitals: Bool
  var range: Range<Int>
  var stop: Stop
  /// Something that is quoted, or code: what stands there is nobody's wording.
  var isQuoted = false
  /// The byte that stands right before and after it.
  var before: UInt8
  var after: UInt8

  static let quoted = "\u{1}"
}
