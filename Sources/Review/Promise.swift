package import EventLog

/// A promise on a clock, as it was kept or broken.
package struct Promise: Hashable, Sendable {
  package var kind: String
  package var rule: String
  /// The role it belonged to; promises are a role's, never a person's.
  package var owner: String
  package var dueAt: Instant
  package var metAt: Instant?
  package var state: Deadline.State
  /// How long before (negative) or after the time due it ended, or has been running past it; nil while it is open
  /// and not yet due.
  package var margin: Span?

  /// Nil for a promise that was given up before it was due: it was never put to the test.
  package init?(_ deadline: Deadline, owner: String, at now: Instant) {
    if deadline.metAt == nil, let voided = deadline.voidedAt, voided <= deadline.dueAt { return nil }
    kind = deadline.kind
    rule = deadline.rule
    self.owner = owner
    dueAt = deadline.dueAt
    metAt = deadline.metAt
    state = deadline.state(at: now)
    switch state {
    case .kept, .broken: margin = (deadline.metAt ?? deadline.voidedAt ?? deadline.dueAt) - deadline.dueAt
    case .overdue: margin = now - deadline.dueAt
    case .ok, .soon: margin = nil
    }
  }

  package var isKept: Bool { state == .kept }
  package var isBroken: Bool { state == .broken || state == .overdue }
}
