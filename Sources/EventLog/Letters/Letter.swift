/// Something to be sent through a channel to somebody outside: decided together with events, and kept until it is
/// delivered or given up.
package struct Letter: Hashable, Sendable {
  /// The idempotency key: the same at every attempt, and never that of another letter. Two decisions that would write
  /// the same letter choose the same key, and one is written.
  package var key: String
  /// The channel's name in the configuration.
  package var channel: String
  /// Who gets it, as the channel names people: a mail address, a topic; empty where the channel has one receiver.
  package var recipient: String
  package var content: LetterContent
  /// What made it due, as the event that decided on it says.
  package var occasion: String?
  package var incident: StreamID?
  /// The event whose text it repeats: where that is redacted, the letter goes with it.
  package var event: EventID?
  package var isDrill: Bool
  /// Whether the receiver knows the key, so that sending again makes no second message.
  package var isRepeatable: Bool
  /// From when on it would come too late and is not sent any more; nil where the channel's own rule holds.
  package var expiresAt: Instant?

  package init(
    key: String, channel: String, recipient: String = "", content: LetterContent, occasion: String? = nil,
    incident: StreamID? = nil, event: EventID? = nil, isDrill: Bool = false, isRepeatable: Bool = false,
    expiresAt: Instant? = nil
  ) {
    self.key = key
    self.channel = channel
    self.recipient = recipient
    self.content = content
    self.occasion = occasion
    self.incident = incident
    self.event = event
    self.isDrill = isDrill
    self.isRepeatable = isRepeatable
    self.expiresAt = expiresAt
  }
}
