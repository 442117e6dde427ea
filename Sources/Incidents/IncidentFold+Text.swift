package import EventLog

extension IncidentFold {
  package static func text(of event: Event) -> String? {
    switch event.kind {
    case DeadlineSet.kind, EntryPinned.kind, EntryHidden.kind, EventCorrected.kind: nil
    case EventRedacted.kind: "An entry was redacted" + reason(event.decoded(EventRedacted.self)?.reason)
    case IncidentOpened.kind:
      event.decoded(IncidentOpened.self).map { "Opened as \($0.severity.name)?: \($0.title) (\($0.because))" }
    case IncidentDeclared.kind:
      event.decoded(IncidentDeclared.self).map { "Declared \($0.severity.name): \($0.title)" }
    case IncidentImported.kind:
      event.decoded(IncidentImported.self).map { "Taken over from \($0.source): \($0.title)" }
    case IncidentAcknowledged.kind: "Acknowledged"
    case IncidentUnacknowledged.kind:
      "Acknowledge taken back" + reason(event.decoded(IncidentUnacknowledged.self)?.reason)
    case IncidentMitigated.kind: "Mitigated" + reason(event.decoded(IncidentMitigated.self)?.note)
    case IncidentResolved.kind: event.decoded(IncidentResolved.self).map(resolvedText)
    case IncidentClosed.kind:
      "Closed" + (event.decoded(IncidentClosed.self)?.waiver.map { ", post-mortem waived: \($0)" } ?? "")
    case IncidentCancelled.kind:
      event.decoded(IncidentCancelled.self).map {
        "Cancelled as \($0.because.rawValue.replacing("_", with: " "))" + reason($0.note)
      }
    case IncidentReopened.kind: "Reopened" + reason(event.decoded(IncidentReopened.self)?.reason)
    case AlertRefired.kind: event.decoded(AlertRefired.self).map { "Fires again: \($0.name)" }
    case AlertsCleared.kind: "All alerts of this incident are resolved"
    case CommandUndone.kind: event.decoded(CommandUndone.self).map { "Undone: \($0.what)" }
    case TimelineNoted.kind: event.decoded(TimelineNoted.self).map(notedText)
    case EscalationBegan.kind: nil
    case LevelReached.kind: event.decoded(LevelReached.self).flatMap(levelText)
    default:
      fieldText(event) ?? roomText(event) ?? pageText(event) ?? sendingText(event)
        ?? "\(event.kind): \(event.payload ?? Redaction.mark)"
    }
  }

  package static func label(of event: Event) -> String {
    switch event.kind {
    case TimelineNoted.kind: event.decoded(TimelineNoted.self)?.entry.rawValue ?? EntryKind.note.rawValue
    case SeveritySet.kind: "severity"
    case RoleAssigned.kind: "role"
    case AlertRefired.kind, AlertsCleared.kind: "alert"
    case ImpactSet.kind: "impact"
    case ReportSet.kind: "can"
    case SummarySet.kind: "summary"
    case IncidentEdited.kind, TimesSet.kind, MeetingPointSet.kind: "edit"
    case CommandUndone.kind: "undo"
    case EscalationBegan.kind, LevelReached.kind, EscalationStopped.kind, PageIntended.kind, PageSent.kind,
      PageFailed.kind, PageLeftUnknown.kind, PageWithdrawn.kind, PageSuppressed.kind, PagerReported.kind:
      "page"
    case MessageApproved.kind, LongIncidentSet.kind: "approval"
    // Whoever reads later what people were told must see there what they were not.
    case MessageFailed.kind, MessageLeftUnknown.kind: EntryKind.comms.rawValue
    case MessageDelivered.kind: "letter"
    default: roomLabel(event) ?? "status"
    }
  }

  private static func fieldText(_ event: Event) -> String? {
    switch event.kind {
    case SeveritySet.kind:
      event.decoded(SeveritySet.self).map {
        "Severity \($0.severity.name)" + ($0.isConfirmed ? "" : "?") + reason($0.reason)
      }
    case IncidentEdited.kind:
      event.decoded(IncidentEdited.self).map { body in
        let parts = [body.title.map { "title \"\($0)\"" }, body.service.map { "service \($0)" }]
        return "Changed: " + parts.compactMap { $0 }.joined(separator: ", ")
      }
    case TimesSet.kind:
      event.decoded(TimesSet.self).map { "Times corrected: " + timesText($0.times) + reason($0.reason) }
    case RoleAssigned.kind:
      event.decoded(RoleAssigned.self).map { body in
        let who = body.person.map { "\($0) is \(body.role.rawValue)" } ?? "Nobody is \(body.role.rawValue)"
        return who + (body.isAccepted == true ? ", by an accepted hand-over" : "") + reason(body.reason)
      }
    case ImpactSet.kind: event.decoded(ImpactSet.self).map { "Impact: \($0.text)" }
    case ReportSet.kind:
      event.decoded(ReportSet.self).map {
        "Condition: \($0.condition). Actions: \($0.actions). Needs: \($0.needs)"
      }
    case SummarySet.kind: event.decoded(SummarySet.self).map { "Summary: \($0.text)" }
    case MeetingPointSet.kind:
      event.decoded(MeetingPointSet.self).map { body in
        "Meet: " + [body.bridgeURL, body.channel].compactMap { $0 }.joined(separator: ", ")
      }
    case MessageApproved.kind:
      event.decoded(MessageApproved.self).map { "Approved for \($0.audience.words): \($0.text)" }
    case LongIncidentSet.kind: event.decoded(LongIncidentSet.self).map(longText)
    default: nil
    }
  }

  private static func resolvedText(_ body: IncidentResolved) -> String {
    let how = body.resolution == .selfHealed ? "Resolved by itself: alerts stayed quiet" : "Resolved"
    let proof = body.verifiedBy.map { ", verified by \($0)" } ?? (body.resolution == .fixed ? ", not verified" : "")
    return how + proof + reason(body.note)
  }

  private static func timesText(_ times: IncidentTimes) -> String {
    [
      ("impact started", times.impactStarted), ("detected", times.detected), ("declared", times.declared),
      ("mitigated", times.mitigated), ("resolved", times.resolved),
    ].compactMap { name, point in
      point.map { "\(name) \($0.at.rfc3339)" + ($0.precision == .exact ? "" : " (\($0.precision.rawValue))") }
    }.joined(separator: ", ")
  }
}
