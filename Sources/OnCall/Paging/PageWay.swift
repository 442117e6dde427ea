/// A way on which a page comes to one person.
package struct PageWay: Hashable, Sendable {
  /// The channel's name in the configuration.
  package var channel: String
  /// Who gets it, as the channel names people; empty where the channel has one receiver.
  package var recipient: String
  /// Whether the receiver knows the key of a letter, so that sending it again wakes nobody twice.
  package var isRepeatable: Bool

  package init(channel: String, recipient: String, isRepeatable: Bool) {
    self.channel = channel
    self.recipient = recipient
    self.isRepeatable = isRepeatable
  }
}
