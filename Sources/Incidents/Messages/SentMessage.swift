/// To whom a message went, and by what way; its text stands on the timeline beside it.
package struct SentMessage: Hashable, Sendable, Codable {
  package var audience: Audience
  /// "statuspage", "slack", "mail", "phone": the way it went; several stand behind commas.
  package var channel: String
  package var moment: MessageMoment
  package var state: UpdateState
  /// Who approved it, where it wanted that; nil for one that went out without.
  package var approvedBy: String?
  /// The channel of each letter that takes it there, in their order; nil where a person carried it.
  package var ways: [String]?

  package init(
    audience: Audience, channel: String, moment: MessageMoment, state: UpdateState, approvedBy: String? = nil,
    ways: [String]? = nil
  ) {
    self.audience = audience
    self.channel = channel
    self.moment = moment
    self.state = state
    self.approvedBy = approvedBy
    self.ways = ways
  }
}
