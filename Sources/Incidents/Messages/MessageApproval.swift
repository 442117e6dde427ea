package import EventLog

/// A text that somebody who may do so has approved for an audience; nobody has to have sent it yet.
package struct MessageApproval: Hashable, Sendable, Codable {
  package var audience: Audience
  package var text: String
  package var person: String
  package var at: Instant
}

extension Incident {
  /// Who approved just this text for an audience.
  package func approval(of text: String, for audience: Audience) -> MessageApproval? {
    approvals.first { $0.audience == audience && $0.text.trimmed == text.trimmed }
  }
}
