package import EventLog

extension RotaFold {
  package static func text(of event: Event) -> String? {
    switch event.kind {
    case RotaApplied.kind:
      event.decoded(RotaApplied.self).map { body in
        "Rotations in force: "
          + body.effective.map { "\($0.name) (\($0.members.joined(separator: ", ")))" }
          .joined(separator: "; ")
      }
    case DutyOverridden.kind: event.decoded(DutyOverridden.self).map { overriddenText($0, event) }
    case OverrideEnded.kind: "A change of the schedule was ended"
    case LeavePlanned.kind:
      event.decoded(LeavePlanned.self).map { "\($0.person) is away " + period($0.from, $0.until) + tail($0.reason) }
    case LeaveEnded.kind: "A leave was ended"
    case SwapOffered.kind:
      event.decoded(SwapOffered.self).map { body in
        "\(body.person) offers \(body.with) the \(body.role.rawValue) shift "
          + period(body.given.from, body.given.until)
          + (body.taken.map { " for the one " + period($0.from, $0.until) } ?? "") + tail(body.reason)
      }
    case SwapAccepted.kind: "The swap is accepted"
    case SwapWithdrawn.kind: "The swap is off" + tail(event.decoded(SwapWithdrawn.self)?.reason)
    case HandoffOffered.kind:
      event.decoded(HandoffOffered.self).map { "\($0.from) hands over to \($0.to) (\($0.role.rawValue))" }
    case HandoffAccepted.kind:
      event.decoded(HandoffAccepted.self).map { body in
        "\(body.to) has taken over from \(body.from) (\(body.role.rawValue))"
          + (body.target == nil ? ", without an offer" : "") + tail(body.reason)
      }
    case HandoffWithdrawn.kind: "The handover is off" + tail(event.decoded(HandoffWithdrawn.self)?.reason)
    case HandoffReminded.kind:
      event.decoded(HandoffReminded.self).map { body in
        "\(body.person) is reminded: \(body.to) has not accepted \(body.role.rawValue) from \(body.from)"
          + (body.isReached ? "" : "; no way leads to \(body.person), so nothing was sent")
      }
    case ShiftMoved.kind, NoticesSeen.kind, DeadlineSet.kind: nil
    default: "\(event.kind): \(event.payload ?? Redaction.mark)"
    }
  }

  package static func label(of event: Event) -> String { "rota" }

  private static func overriddenText(_ body: DutyOverridden, _ event: Event) -> String {
    let edit = DutyEdit(
      id: event.id, layer: body.layer, change: body.change, role: body.role, person: body.person,
      replaced: body.replaced, from: body.from, until: body.until, by: event.actor.person)
    return "On call: \(edit.words) " + period(body.from, body.until) + tail(body.reason)
  }

  private static func period(_ from: Instant, _ until: Instant) -> String { "\(from.utcText) to \(until.utcText)" }

  private static func tail(_ reason: String?) -> String { reason.map { ": \($0)" } ?? "" }
}
