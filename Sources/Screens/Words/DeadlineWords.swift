package import EventLog
import Incidents

/// Promises on a clock as the screens name them.
package enum DeadlineWords {
  /// One short word for a kind of promise.
  static func name(_ kind: String) -> String {
    switch kind {
    case Clocks.acknowledge: "ack"
    case Clocks.update: "update"
    case Clocks.recovery: "rto"
    case Clocks.selfHeal: "heals"
    case Clocks.answer: "answer"
    default: kind
    }
  }

  /// "update 4m", or "ack +2m !" once it is overdue: the sign says it without any colour.
  package static func cell(_ deadline: Deadline, now: Instant) -> String {
    name(deadline.kind) + " " + time(deadline, now: now)
  }

  /// "4m", or "+2m !" once it is overdue.
  static func time(_ deadline: Deadline, now: Instant) -> String {
    SpanWords.countdown(to: deadline.dueAt, now: now) + (now > deadline.dueAt ? " !" : "")
  }

  static func role(_ deadline: Deadline, now: Instant) -> StyleRole {
    switch deadline.state(at: now) {
    case .overdue, .broken: .danger
    case .soon: .warning
    case .ok: .normal
    case .kept: .good
    }
  }
}
