/// The four words by which people outside are told how far it is.
package enum UpdateState: String, Sendable, Codable, CaseIterable {
  /// Symptoms are known, the cause is not.
  case investigating
  /// The cause is known, and something is done about it.
  case identified
  /// The fix is in, and is being watched.
  case monitoring
  case resolved

  /// "Investigating".
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Incident {
  /// Where it stands, in the words for people outside.
  package var updateState: UpdateState {
    switch status {
    case .resolved, .closed: .resolved
    case .mitigated: .monitoring
    case .triggered, .acknowledged: hypotheses.contains { $0.state == .confirmed } ? .identified : .investigating
    }
  }
}
