package import EventLog

/// How an attempt to send a letter ended.
package enum LetterEnd: Hashable, Sendable {
  /// The receiver took it, in its words.
  case delivered(receipt: String)
  /// It will never be taken, or its time is over.
  case failed(reason: String)
  /// It did not arrive, and is tried again.
  case again(at: Instant, reason: String)
  /// It may have arrived. Only where the receiver knows the key it is sent again, then.
  case unknown(again: Instant?, reason: String)
  /// Nothing was sent at all: the attempt counts as not made.
  case notSent
}
