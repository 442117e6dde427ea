package import EventLog

/// Something that asks for somebody to be woken and has not been followed yet.
package struct WakeCall: Hashable, Sendable, Codable {
  /// What happened.
  package enum Reason: String, Sendable, Codable, CaseIterable {
    /// Somebody gave it back.
    case givenBack = "given_back"
    /// Whoever had it fell silent.
    case timedOut = "timed_out"
    /// The owner was asked to answer and did not.
    case unanswered
    /// An alert fires again after the incident had ended, or was mitigated.
    case firesAgain = "fires_again"
    /// An alert raised the severity of what somebody has.
    case raised
  }

  package var reason: Reason
  /// Who gave it back, or had it.
  package var person: String?
  package var at: Instant

  package init(_ reason: Reason, person: String?, at: Instant) {
    self.reason = reason
    self.person = person
    self.at = at
  }
}
