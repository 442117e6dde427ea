/// What the console says back to a person, until the next key.
package struct Notice: Hashable, Sendable {
  /// How it is said, which decides how it looks.
  package enum Tone: Hashable, Sendable {
    /// Something was done.
    case done
    /// Something is to be known.
    case info
    /// Something was not done.
    case refused
  }

  /// One or more whole sentences.
  package var text: String
  package var tone: Tone
  /// Whether it speaks of a change, which may be taken back; a written file is none.
  package var offersUndo: Bool

  package init(_ text: String, _ tone: Tone = .info, offersUndo: Bool = false) {
    self.text = text
    self.tone = tone
    self.offersUndo = offersUndo
  }
}
