package import EventLog

/// How the events of the rota become its state. What an event refers to and is not there changes nothing.
package enum RotaFold: Folding {
  package static let streamKind = "oncall"
  package static let version = 1
  package static let payloads: [any EventPayload.Type] = [
    RotaApplied.self, DutyOverridden.self, OverrideEnded.self, LeavePlanned.self, LeaveEnded.self, SwapOffered.self,
    SwapAccepted.self, SwapWithdrawn.self, HandoffOffered.self, HandoffAccepted.self, HandoffWithdrawn.self,
    HandoffReminded.self, ShiftMoved.self, NoticesSeen.self, DeadlineSet.self,
  ]

  package static var tables: [TableSpec] { [Deadline.table] }

  package static func initial(_ stream: StreamID) -> RecordedRota { RecordedRota() }

  package static func rows(_ rota: RecordedRota) -> [TableRow] { rota.deadlines.map { $0.row(drill: false) } }

  package static func apply(_ event: Event, to rota: inout RecordedRota) {
    switch event.kind {
    case RotaApplied.kind, DutyOverridden.kind, OverrideEnded.kind, LeavePlanned.kind, LeaveEnded.kind:
      applySchedule(event, &rota)
    case SwapOffered.kind, SwapAccepted.kind, SwapWithdrawn.kind: applySwap(event, &rota)
    case HandoffOffered.kind, HandoffAccepted.kind, HandoffWithdrawn.kind, HandoffReminded.kind:
      applyHandoff(event, &rota)
    case ShiftMoved.kind, NoticesSeen.kind: applyNotice(event, &rota)
    default: if let set = event.decoded(DeadlineSet.self) { rota.deadlines.apply(set) }
    }
  }

  private static func applySchedule(_ event: Event, _ rota: inout RecordedRota) {
    if let body = event.decoded(RotaApplied.self) {
      rota.versions.append(
        RecordedRota.Version(from: event.happenedAt, configured: body.configured, effective: body.effective))
      rota.versions.sort { $0.from < $1.from }
    } else if let body = event.decoded(DutyOverridden.self) {
      rota.edits.append(
        DutyEdit(
          id: event.id, layer: body.layer, change: body.change, role: body.role, person: body.person,
          replaced: body.replaced, from: body.from, until: body.until, by: event.actor.person, reason: body.reason))
    } else if let body = event.decoded(OverrideEnded.self) {
      for place in rota.edits.indices where rota.edits[place].id == body.target && rota.edits[place].endedAt == nil {
        rota.edits[place].endedAt = event.happenedAt
      }
    } else if let body = event.decoded(LeavePlanned.self) {
      rota.leaves.append(
        Leave(id: event.id, person: body.person, from: body.from, until: body.until, reason: body.reason))
    } else if let body = event.decoded(LeaveEnded.self) {
      for place in rota.leaves.indices where rota.leaves[place].id == body.target && rota.leaves[place].endedAt == nil {
        rota.leaves[place].endedAt = event.happenedAt
      }
    } else {
      return
    }
    rota.changedAt = max(rota.changedAt ?? event.recordedAt, event.recordedAt)
  }

  private static func applySwap(_ event: Event, _ rota: inout RecordedRota) {
    if let body = event.decoded(SwapOffered.self) {
      rota.swaps.append(
        ShiftSwap(
          id: event.id, role: body.role, person: body.person, with: body.with, given: body.given, taken: body.taken,
          offeredAt: event.happenedAt))
    } else if let body = event.decoded(SwapAccepted.self) {
      guard let place = rota.swaps.firstIndex(where: { $0.id == body.target && $0.state == .offered }) else { return }
      rota.swaps[place].state = .accepted
      rota.changedAt = max(rota.changedAt ?? event.recordedAt, event.recordedAt)
      let swap = rota.swaps[place]
      func give(_ period: ShiftSwap.Period, from giver: String, to taker: String) {
        // What has been of it when the other accepts stays with whoever had it.
        let from = max(period.from, event.happenedAt)
        guard from < period.until else { return }
        rota.edits.append(
          DutyEdit(
            id: event.id, layer: .override, change: .replace, role: swap.role, person: taker, replaced: giver,
            from: from, until: period.until, by: event.actor.person, reason: "swap"))
      }
      give(swap.given, from: swap.person, to: swap.with)
      if let taken = swap.taken { give(taken, from: swap.with, to: swap.person) }
    } else if let body = event.decoded(SwapWithdrawn.self) {
      for place in rota.swaps.indices where rota.swaps[place].id == body.target && rota.swaps[place].state == .offered {
        rota.swaps[place].state = .withdrawn
      }
    }
  }

  private static func applyHandoff(_ event: Event, _ rota: inout RecordedRota) {
    if let body = event.decoded(HandoffOffered.self) {
      rota.handoffs.append(
        OfferedHandoff(
          id: event.id, role: body.role, from: body.from, to: body.to, offeredAt: event.happenedAt,
          handoffAt: body.handoffAt, brief: body.brief))
    } else if let body = event.decoded(HandoffAccepted.self) {
      for place in rota.handoffs.indices where rota.handoffs[place].id == body.target && rota.handoffs[place].isOpen {
        rota.handoffs[place].acceptedAt = event.happenedAt
      }
    } else if let body = event.decoded(HandoffWithdrawn.self) {
      for place in rota.handoffs.indices where rota.handoffs[place].id == body.target && rota.handoffs[place].isOpen {
        rota.handoffs[place].withdrawnAt = event.happenedAt
      }
    } else if let body = event.decoded(HandoffReminded.self) {
      for place in rota.handoffs.indices where rota.handoffs[place].id == body.target {
        rota.handoffs[place].reminded = (rota.handoffs[place].reminded ?? []) + [body.deadline]
      }
    }
  }

  private static func applyNotice(_ event: Event, _ rota: inout RecordedRota) {
    if let body = event.decoded(ShiftMoved.self) {
      rota.notices.append(
        ShiftNotice(
          id: event.id, person: body.person, role: body.role, isGained: body.isGained, from: body.from,
          until: body.until, because: body.because, at: event.happenedAt))
    } else if let body = event.decoded(NoticesSeen.self) {
      rota.notices.removeAll { $0.person == body.person }
    }
  }
}
