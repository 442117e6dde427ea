import EventLog

extension IncidentFold {
  /// What the timeline says of pages; nil for a kind that is none of these.
  static func pageText(_ event: Event) -> String? {
    switch event.kind {
    case EscalationStopped.kind: event.decoded(EscalationStopped.self).map(stoppedText)
    case PageIntended.kind: event.decoded(PageIntended.self).map(intendedText)
    case PageSent.kind:
      event.decoded(PageSent.self).map { "Page to \($0.person) went out by \($0.channel)" + reason($0.receipt) }
    case PageFailed.kind:
      event.decoded(PageFailed.self).map { body in
        "Page to \(body.person) by \(body.channel) \(body.isFinal ? "failed" : "did not get through, trying again")"
          + reason(body.because)
      }
    case PageWithdrawn.kind:
      event.decoded(PageWithdrawn.self).map { body in
        "Page to \(body.person) by \(body.channel) withdrawn" + reason(body.because)
      }
    case PageLeftUnknown.kind:
      event.decoded(PageLeftUnknown.self).map { body in
        let next = body.isRepeated ? ", and it is sent again under the same key" : ""
        return "Whether the page to \(body.person) went out by \(body.channel) is not known\(next)"
          + reason(body.because)
      }
    case PageSuppressed.kind:
      event.decoded(PageSuppressed.self).map { body in
        let end = body.until.map { ", until \(CivilTime($0).timeWords)Z" } ?? ""
        return "Nobody is paged\(body.hold == "external" ? " from here" : end)" + reason(body.because)
      }
    case PagerReported.kind: event.decoded(PagerReported.self).map { "\($0.pager) says: \($0.word.words)" }
    default: nil
    }
  }

  /// A level says something by itself only where its pages do not.
  static func levelText(_ body: LevelReached) -> String? {
    let names = body.targets.map(\.words).joined(separator: ", ")
    guard !body.people.isEmpty else { return "Level \(body.level) has nobody to page: \(names) is not there" }
    return nil
  }

  private static func intendedText(_ body: PageIntended) -> String {
    let target = body.target.map { $0 == body.person ? "" : " (\($0))" } ?? ""
    return "\(body.isNotice == true ? "Telling" : "Paging") \(body.person)\(target)" + reason(body.because)
  }

  private static func stoppedText(_ body: EscalationStopped) -> String {
    switch body.because {
    case .acknowledged:
      let who = body.person.map { " by \($0)" } ?? ""
      let note = body.wasPaged == false ? ", who had not been paged" : ""
      return "Nobody else is paged: acknowledged\(who)\(note)"
    case .mitigated: return "Nobody else is paged: mitigated"
    case .resolved: return "Nobody else is paged: resolved"
    case .closed: return "Nobody else is paged: closed"
    case .pagerChanged: return "Nobody else is paged: Sitrep is no longer the pager of this service"
    }
  }
}
