package import EventLog

/// Whoever brings letters to their receivers.
package protocol LetterCarrier: Sendable {
  /// Makes one attempt. It never takes longer than `longestAttempt`, whatever the receiver does.
  ///
  /// - Parameter attempt: counted from 1.
  func carry(_ letter: Letter, attempt: Int) async -> Outcome

  /// The longest that an attempt can take.
  var longestAttempt: Span { get }

  /// The channel of this name; nil where there is none.
  func channel(_ name: String) -> Channel?
}
