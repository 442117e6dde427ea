package import EventLog

/// From this moment on the rotations are these; what applied before stays as it was recorded.
package struct RotaApplied: EventPayload {
  package static let kind = "rota.applied"

  /// The rotations as the files have them.
  package var configured: [RecordedRotation]
  /// The same as they apply: where only members changed, whoever is on call stays so.
  package var effective: [RecordedRotation]

  package init(configured: [RecordedRotation], effective: [RecordedRotation]) {
    self.configured = configured
    self.effective = effective
  }
}

/// The schedule was changed by hand for a time.
package struct DutyOverridden: EventPayload {
  package static let kind = "duty.overridden"
  package static var redactable: Set<String> { ["reason"] }

  package var layer: DutySource
  package var change: DutyEdit.Change
  package var role: DutyRole?
  package var person: String?
  package var replaced: String?
  package var from: Instant
  package var until: Instant
  package var reason: String?
}

/// A change by hand ends early; what of it has been stays.
package struct OverrideEnded: EventPayload {
  package static let kind = "override.ended"

  package var target: EventID
}

/// Somebody will be away.
package struct LeavePlanned: EventPayload {
  package static let kind = "leave.planned"
  package static var redactable: Set<String> { ["reason"] }

  package var person: String
  package var from: Instant
  package var until: Instant
  package var reason: String?
}

/// Somebody is back earlier, or will not be away after all.
package struct LeaveEnded: EventPayload {
  package static let kind = "leave.ended"

  package var target: EventID
}

/// Somebody offers a shift.
package struct SwapOffered: EventPayload {
  package static let kind = "swap.offered"
  package static var redactable: Set<String> { ["reason"] }

  package var role: DutyRole
  package var person: String
  package var with: String
  package var given: ShiftSwap.Period
  package var taken: ShiftSwap.Period?
  package var reason: String?
}

/// The offered shift is taken, and given in exchange what was asked for.
package struct SwapAccepted: EventPayload {
  package static let kind = "swap.accepted"

  package var target: EventID
}

/// The offer no longer stands: taken back or declined.
package struct SwapWithdrawn: EventPayload {
  package static let kind = "swap.withdrawn"
  package static var redactable: Set<String> { ["reason"] }

  package var target: EventID
  package var reason: String?
}

/// The work of a shift is offered to whoever comes next, with the brief they read.
package struct HandoffOffered: EventPayload {
  package static let kind = "handoff.offered"
  package static var redactable: Set<String> { ["brief"] }

  package var role: DutyRole
  package var from: String
  package var to: String
  package var handoffAt: Instant
  package var brief: String
}

/// The receiver has the shift's work from now on.
package struct HandoffAccepted: EventPayload {
  package static let kind = "handoff.accepted"
  package static var redactable: Set<String> { ["reason"] }

  /// Nil where it was taken without an offer.
  package var target: EventID?
  package var role: DutyRole
  package var from: String
  package var to: String
  /// Why it was taken without an offer.
  package var reason: String?
}

/// The offer no longer stands: taken back or declined; the work stays where it was.
package struct HandoffWithdrawn: EventPayload {
  package static let kind = "handoff.withdrawn"
  package static var redactable: Set<String> { ["reason"] }

  package var target: EventID
  package var reason: String?
}

/// Whoever a promise about a handover names is told that it ran out.
package struct HandoffReminded: EventPayload {
  package static let kind = "handoff.reminded"

  package var target: EventID
  /// Which promise it was.
  package var deadline: String
  package var person: String
  /// False where no way led to them, so that nothing was sent.
  package var isReached: Bool
  package var role: DutyRole
  package var from: String
  package var to: String
}

/// Somebody's shift moved by another's doing.
package struct ShiftMoved: EventPayload {
  package static let kind = "shift.moved"
  package static var redactable: Set<String> { ["because"] }

  package var person: String
  package var role: DutyRole
  package var isGained: Bool
  package var from: Instant
  package var until: Instant
  package var because: String
}

/// Somebody has seen how their shifts moved.
package struct NoticesSeen: EventPayload {
  package static let kind = "notices.seen"

  package var person: String
}
