package import EventLog

/// What a decision about an incident may know beside its state.
package struct IncidentFacts: Sendable {
  package var now: Instant
  package var actor: Actor
  package var isDrill: Bool
  package var clocks: ClockPolicy
  /// The number that the next incident of this file gets.
  package var nextNumber: Int
  package var services: [String: Service]
  /// The alerts of this incident that fire now.
  package var alertsFiring: Int
  /// The incident's own events, in order; only filled for commands that look back (undo, correct).
  package var history: [Event]
  /// Whether the review of its post-mortem was held.
  package var isReviewed: Bool
  /// Other incidents that the command asked to see.
  package var others: [StreamID: Incident]
  /// For a new incident: the open one that it probably follows from.
  package var suspectedParent: SuspectedParent?

  package init(
    now: Instant, actor: Actor, isDrill: Bool = false, clocks: ClockPolicy = ClockPolicy(), nextNumber: Int = 1,
    services: [String: Service] = [:], alertsFiring: Int = 0, history: [Event] = [], isReviewed: Bool = false,
    others: [StreamID: Incident] = [:], suspectedParent: SuspectedParent? = nil
  ) {
    self.now = now
    self.actor = actor
    self.isDrill = isDrill
    self.clocks = clocks
    self.nextNumber = nextNumber
    self.services = services
    self.alertsFiring = alertsFiring
    self.history = history
    self.isReviewed = isReviewed
    self.others = others
    self.suspectedParent = suspectedParent
  }
}
