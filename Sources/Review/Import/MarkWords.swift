/// Which words of a timeline tell one of the times that figures are computed from.
enum MarkWords {
  static func beginsImpact(_ text: String) -> Bool {
    holds(
      text,
      [
        "impact begin", "impact start", "impact began", "start of impact", "outage begin", "outage began",
        "outage start", "start of outage", "incident begin", "incident began", "incident start", "start of incident",
        "users begin", "errors begin", "begins failing", "began failing", "start failing", "starts failing",
        "started failing",
      ])
  }

  static func detects(_ text: String) -> Bool {
    holds(
      text,
      [
        "detection:", "detected", "detects", "alert fire", "alerts fire", "alert trigger", "alerted", "paged", "pager",
        "alert received", "noticed", "discovered", "report that", "reports that", "reported by", "informed of",
      ])
  }

  static func mitigates(_ text: String) -> Bool {
    holds(
      text, ["mitigated", "mitigation complete", "impact ends", "impact ended", "end of impact", "outage mitigated"])
  }

  static func resolves(_ text: String) -> Bool {
    guard !holds(text, ["not resolved", "to resolve", "not recovered", "not fixed", "unresolved"]) else { return false }
    return holds(
      text,
      [
        "resolved", "recovery:", "recovered", "restored", "back to normal", "back online", "all clear", "outage ends",
        "outage ended", "incident ends", "incident ended", "end of outage", "end of incident", "fully operational",
        "normal operation",
      ])
  }

  /// The figure that a name states, or another length of time.
  static func figure(_ name: String) -> StatedFigure? {
    switch name {
    case "time to detection", "time to detect", "ttd", "mttd": .known(.timeToDetect)
    case "time to recovery", "time to recover", "time to resolution", "time to resolve", "ttr", "mttr",
      "time to restore":
      .known(.timeToRecover)
    case "time to mitigation", "time to mitigate", "ttm": .known(.impactToMitigation)
    case "time to acknowledge", "time to acknowledgement", "tta": .known(.timeToAcknowledge)
    case "duration", "total duration", "outage duration", "downtime", "length", "impact duration", "incident duration":
      .other
    default: nil
    }
  }

  private static func holds(_ text: String, _ phrases: [String]) -> Bool {
    let plain = " " + text.lowercased()
    return phrases.contains { phrase in
      plain.ranges(of: phrase).contains { range in
        range.lowerBound > plain.startIndex && !plain[plain.index(before: range.lowerBound)].isLetter
      }
    }
  }
}

/// A figure as a text names it.
enum StatedFigure: Hashable {
  case known(Figure.Name)
  case other

  var name: Figure.Name? { if case .known(let name) = self { name } else { nil } }
}
