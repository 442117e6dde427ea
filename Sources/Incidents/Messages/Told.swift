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

extension Incident {
  /// What an audience heard last; nil where it heard nothing.
  package func lastTold(_ audience: Audience) -> Told? { told.first { $0.audience == audience } }

  /// The occasion that a message to an audience has now.
  package func moment(for audience: Audience) -> MessageMoment {
    if status == .resolved || status == .closed { return .final }
    guard let told = lastTold(audience) else { return .first }
    return told.state.map { $0 == updateState } ?? true ? .update : .change
  }
}
