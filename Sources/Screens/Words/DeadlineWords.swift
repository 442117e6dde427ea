package import EventLog
import Incidents

/// Promises on a clock as the screens name them.
package enum DeadlineWords {
  /// One short word for a kind of promise.
  static func name(_ kind: String) -> String {
    switch kind {
    case Clocks.acknowledge: "ack"
    case Clocks.update: "update"
    case Clocks.publicUpdate: "public"
    case Clocks.recovery: "rto"
    case Clocks.selfHeal: "heals"
    case Clocks.answer: "answer"
    case Clocks.escalation: "page"
    case _ where kind.hasPrefix("task:"): "task"
    case _ where kind.hasPrefix("action:"): "action"
    case _ where kind.hasPrefix("objections:"): "poll"
    case _ where kind.hasPrefix("handover:"): "accept"
    default: kind
    }
  }

  /// "update 4m", or "ack +2m !" once it is overdue: the sign says it without any colour.
  package static func cell(_ deadline: Deadline, now: Instant) -> String {
    name(deadline.kind) + " " + time(deadline, now: now)
  }

  /// The same in so many columns where that is possible: the blanks go before the sign of what is overdue does.
  static func cell(_ deadline: Deadline, now: Instant, width: Int) -> String {
    fitting(cell(deadline, now: now), width: width)
  }

  static func fitting(_ whole: String, width: Int) -> String {
    guard whole.utf8.count > width, whole.hasSuffix(" !") else { return whole }
    return String(whole.dropLast(2)) + "!"
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
