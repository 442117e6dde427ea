package import EventLog

/// What an audience heard last.
package struct Told: Hashable, Sendable, Codable {
  package var audience: Audience
  package var at: Instant
  /// When the newest message to them was written down here.
  package var recordedAt: Instant
  /// Who wrote that one down.
  package var recordedBy: String
  package var person: String
  package var state: UpdateState?
  /// When it promised to say more.
  package var nextUpdateAt: Instant?
}

/// A text that somebody who may do so has approved for an audience; nobody has to have sent it yet.
package struct MessageApproval: Hashable, Sendable, Codable {
  package var audience: Audience
  package var text: String
  package var person: String
  package var at: Instant
}

extension Incident {
  package func told(_ audience: Audience) -> Told? { told.first { $0.audience == audience } }

  /// Who approved just this text for an audience.
  package func approval(of text: String, for audience: Audience) -> MessageApproval? {
    approvals.first { $0.audience == audience && $0.text.trimmed == text.trimmed }
  }

  /// The occasion that a message to an audience has now.
  package func moment(for audience: Audience) -> MessageMoment {
    if status == .resolved || status == .closed { return .final }
    guard let told = told(audience) else { return .first }
    return told.state.map { $0 == updateState } ?? true ? .update : .change
  }
}
