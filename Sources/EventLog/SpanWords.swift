/// Lengths of time as people read them: "42s" below a minute, "17m", "2h", "3d". Never with a colon, so that
/// none is mistaken for a time of day.
package enum SpanWords {
  /// The length without its sign, rounded down to the unit that a person would use.
  package static func short(_ span: Span) -> String {
    let seconds = abs(span.milliseconds) / 1_000
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<7_200: return "\(seconds / 60)m"
    case ..<172_800: return "\(seconds / 3_600)h"
    default: return "\(seconds / 86_400)d"
    }
  }

  /// What is left until a promise is due ("4m"), or by how much it is overdue ("+2m").
  package static func countdown(to due: Instant, now: Instant) -> String {
    now > due ? "+" + short(now - due) : short(due - now)
  }
}

extension Span {
  /// "90s", "15m", "4h", "7d": the shortest whole form, for a rule; what is finer than a second is cut.
  package var words: String {
    for (unit, length) in [("d", Int64(86_400_000)), ("h", 3_600_000), ("m", 60_000)]
    where milliseconds != 0 && milliseconds % length == 0 {
      return "\(milliseconds / length)\(unit)"
    }
    return "\(milliseconds / 1_000)s"
  }
}
