package import Commands
package import Comms
package import EventLog
package import Incidents

/// What is to be in a message, as its writer asked for it.
package struct DraftRequest: Sendable {
  package var audience: Audience
  /// Nil for the occasion that there is.
  package var moment: MessageMoment?
  /// What the writer gave by name.
  package var given: [String: String]
  package var sentence: String?
  package var title: String?
  package var nextUpdateAt: Instant?
  /// A mustache template; nil for the team's own, or the one that ships.
  package var template: String?
  /// The whole text, where it is written already.
  package var text: String?

  package init(
    _ audience: Audience, moment: MessageMoment? = nil, given: [String: String] = [:], sentence: String? = nil,
    title: String? = nil, nextUpdateAt: Instant? = nil, template: String? = nil, text: String? = nil
  ) {
    self.audience = audience
    self.moment = moment
    self.given = given
    self.sentence = sentence
    self.title = title
    self.nextUpdateAt = nextUpdateAt
    self.template = template
    self.text = text
  }
}

/// A draft with what speaks against it, and who else writes for the same audience.
package struct OpenedDraft: Sendable {
  package var draft: MessageDraft
  package var findings: [MessageFinding]
  package var others: [DraftClaim]
  /// What it was made from.
  package var page: DraftPage
}
