/// A way by which a message reaches an audience without anybody carrying it.
package struct MessageWay: Hashable, Sendable {
  /// What of a message it shows.
  package enum Form: Hashable, Sendable {
    /// One text under a bold first line.
    case chat
    /// A hosted status page.
    case page
    case mail
    /// A push to phones, or a program of the team's own.
    case notice
  }

  /// The channel's name in the configuration.
  package var channel: String
  package var form: Form
  /// Who gets it, as the channel names people; empty where the channel has one receiver.
  package var recipient: String
  /// Whether the receiver knows the key of a letter, so that sending it again makes no second message.
  package var isRepeatable: Bool

  package init(channel: String, form: Form, recipient: String = "", isRepeatable: Bool = false) {
    self.channel = channel
    self.form = form
    self.recipient = recipient
    self.isRepeatable = isRepeatable
  }

  /// "mail to ops@example.org", "slack".
  package var words: String { recipient.isEmpty ? channel : "\(channel) to \(recipient)" }
}
