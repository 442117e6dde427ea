package import EventLog

/// A letter of the outbox and what became of it so far.
package struct OutboxLetter: Hashable, Sendable {
  package var id: Int64
  package var letter: Letter
  package var state: OutboxState
  /// Attempts begun, the present one included. With the id it names an attempt.
  package var attempts: Int
  /// How many of them ended nobody knows how.
  package var doubts: Int
  package var writtenAt: Instant
  /// When it is to be sent next, as long as it waits.
  package var nextAt: Instant
  /// When the last attempt began.
  package var attemptedAt: Instant?
  /// When it came to its end, whichever.
  package var finishedAt: Instant?
  /// What the receiver said on taking it.
  package var receipt: String?
  /// Why the last attempt did not deliver it: a whole sentence, without any secret.
  package var reason: String?
}

extension OutboxLetter {
  static let columns = """
    SELECT id, key, channel, recipient, content, occasion, incident, event, drill, repeatable, expires_at, state,
      attempts, doubts, written_at, next_at, attempted_at, finished_at, receipt, reason FROM outbox
    """

  init(_ row: Query) {
    let content = PayloadText.decode(LetterContent.self, from: row.text(4))
    letter = Letter(
      key: row.text(1), channel: row.text(2), recipient: row.text(3),
      content: content ?? LetterContent(title: row.text(4), text: row.text(4), subject: row.text(1)),
      occasion: row.optionalText(5), incident: row.optionalText(6).map(StreamID.init(name:)),
      event: row.optionalText(7).flatMap(EventID.init), isDrill: row.integer(8) == 1,
      isRepeatable: row.integer(9) == 1, expiresAt: row.optionalInstant(10))
    id = row.integer(0)
    state = OutboxState(rawValue: row.text(11)) ?? .unknown
    attempts = Int(row.integer(12))
    doubts = Int(row.integer(13))
    writtenAt = row.instant(14)
    nextAt = row.instant(15)
    attemptedAt = row.optionalInstant(16)
    finishedAt = row.optionalInstant(17)
    receipt = row.optionalText(18)
    reason = row.optionalText(19)
  }
}
