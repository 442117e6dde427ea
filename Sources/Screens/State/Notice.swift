package import EventLog

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
  /// The incident that it says was changed, which may be taken back; nil for a step of a run or a written file.
  package var changed: StreamID?

  package init(_ text: String, _ tone: Tone = .info, changed: StreamID? = nil) {
    self.text = text
    self.tone = tone
    self.changed = changed
  }
}
