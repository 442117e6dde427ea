import EventLog

/// Why a level is paged, in words for the timeline and for whoever is paged.
struct EscalationReason {
  var escalation: Escalation
  var next: Escalation.Next
  var now: Instant

  /// "level 2, 15m after the first page and nobody has it".
  var words: String {
    var text: String
    if next.isMore {
      text = "\(escalation.severity.name) pages \(names) as well"
    } else if escalation.reached.isEmpty, escalation.round == next.round {
      text = "level \(next.level), \(escalation.because)"
    } else if next.round > escalation.round {
      text = "level \(next.level) again, repetition \(next.round - 1)\(ofMost) and nobody has it"
    } else if escalation.isPassedOn {
      text = "level \(next.level) at once, level \(escalation.level) has nobody"
    } else {
      text = "level \(next.level), \(delay.words) after the first page and \(standing)"
    }
    if escalation.heldSince != nil {
      text += ", kept back until now"
    } else if now - max(next.dueAt, escalation.since) > .minutes(1), !next.isMore {
      text += ", \(SpanWords.short(now - max(next.dueAt, escalation.since))) late"
    }
    return text
  }

  /// The same as a promise: "SEV1: level 2 pages the secondary, the primary".
  var rule: String {
    let what =
      next.round > escalation.round ? "repetition \(next.round - 1)\(ofMost) pages" : "level \(next.level) pages"
    return "\(escalation.severity.name): \(what) \(names)"
  }

  private var names: String { next.targets.map(\.words).joined(separator: ", ") }

  private var delay: Span { escalation.policy.level(next.level)?.after[escalation.severity] ?? .zero }

  private var standing: String {
    escalation.acknowledgedBy.isEmpty
      ? "nobody has it" : "\(escalation.acknowledgedBy.count) of \(escalation.wanted) have it"
  }

  private var ofMost: String {
    escalation.policy.repetitions[escalation.severity].map { " of \($0.most)" } ?? ""
  }
}
