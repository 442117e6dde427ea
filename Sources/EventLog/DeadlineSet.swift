/// A promise on a clock starts, moves or ends. Configuration cannot change yesterday's verdict, because the promise
/// itself is in the log.
package struct DeadlineSet: EventPayload {
  package static let kind = "deadline.set"

  /// "acknowledge", "update", "rto", "self_heal", "runbook" …
  package var deadline: String
  package var dueAt: Instant
  /// Where it moves: the time it was due until now. That row is replaced, neither kept nor broken.
  package var movedFrom: Instant?
  /// Where it ends because the promise was met: when.
  package var metAt: Instant?
  /// Where it ends without being met or broken (cancelled, merged): when.
  package var voidedAt: Instant?
  /// Whom or what it is about ("oncall primary", "internal", a person).
  package var target: String?
  /// The rule it follows, in words ("SEV1: acknowledge within 15m").
  package var rule: String
  package var configHash: String?

  package init(
    _ deadline: String, dueAt: Instant, movedFrom: Instant? = nil, metAt: Instant? = nil, voidedAt: Instant? = nil,
    target: String? = nil, rule: String, configHash: String? = nil
  ) {
    self.deadline = deadline
    self.dueAt = dueAt
    self.movedFrom = movedFrom
    self.metAt = metAt
    self.voidedAt = voidedAt
    self.target = target
    self.rule = rule
    self.configHash = configHash
  }
}
