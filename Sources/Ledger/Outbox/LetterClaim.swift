/// What came of wanting to send a letter.
package enum LetterClaim: Hashable, Sendable {
  /// It is this process's to send, once; the intent stands in the file.
  case claimed(OutboxLetter)
  /// It is not there to be sent any more, or not yet.
  case gone
  /// Somebody else watches by now; nothing may be sent.
  case leaseLost
}
