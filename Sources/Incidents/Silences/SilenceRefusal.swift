package import EventLog

/// Why a silence will not do what was asked.
package enum SilenceRefusal: DomainRefusal {
  case unknown
  case matchesEverything
  case reasonMissing
  case endsBeforeItBegins
  case isPast(Instant)
  case isOver(Instant)
  case tooLong

  package var sentence: String {
    switch self {
    case .unknown: "There is no such silence. `sitrep silence list` shows those in force."
    case .matchesEverything:
      "A silence on everything would wake nobody at all: say on what, for example service=checkout."
    case .reasonMissing: "A silence needs a word of reason: whoever wonders tonight why nobody was woken reads it."
    case .endsBeforeItBegins: "It would end before it begins: give a later end."
    case .isPast(let instant): "\(instant.rfc3339) has passed: give an end that lies ahead."
    case .isOver(let instant): "It was over at \(instant.rfc3339) already."
    case .tooLong: "A silence lasts for 14 days at most: mend what it is about, or take the rule out."
    }
  }
}
