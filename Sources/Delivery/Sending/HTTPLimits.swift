package import EventLog

/// How long a request may take, and how long an answer may be.
package struct HTTPLimits: Hashable, Sendable {
  package var connect: Span
  /// From the beginning to the last byte of the answer.
  package var whole: Span
  /// Bytes of an answer; of a longer one only the status counts.
  package var answer: Int

  package init(connect: Span = .seconds(5), whole: Span = .seconds(15), answer: Int = 65_536) {
    self.connect = connect
    self.whole = whole
    self.answer = answer
  }
}
