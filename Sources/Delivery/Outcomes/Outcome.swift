package import EventLog

/// What became of an attempt to send a letter.
package enum Outcome: Hashable, Sendable {
  /// The receiver took it; in its words, or ours for what it did.
  case delivered(receipt: String)
  /// It will not be taken, however often it is sent.
  case refused(reason: String)
  /// It surely did not arrive, or was turned away for now; `after` where the receiver said how long to wait.
  case tryAgain(after: Span?, reason: String)
  /// It may have arrived.
  case unknown(reason: String)
}
