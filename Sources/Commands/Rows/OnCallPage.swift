package import EventLog
package import OnCall

/// The on-call screen: now, what is offered, and the shifts of the next weeks.
package struct OnCallPage: Hashable, Sendable {
  /// False where no oncall.yaml names anybody.
  package var isConfigured: Bool
  package var now: OnCallSummary
  package var shifts: [ShiftRow]
  /// Phone numbers by name, for dialling by hand.
  package var phones: [String: String]
  /// Who looks.
  package var user: String
  /// When the primary's shift ends as people say it ("Mon 23 Nov 09:00"): until then a takeover lasts.
  package var shiftEndText: String?
  /// How the shifts of the person who looks moved, not seen yet.
  package var notices: [String]
  package var offers: [OfferRow]
  /// Who is away now or soon ("jon until Mon 30 Nov 09:00").
  package var away: [String]
  package var quality: ScheduleQuality?

  package init(
    isConfigured: Bool, now: OnCallSummary, shifts: [ShiftRow], phones: [String: String] = [:], user: String = "",
    shiftEndText: String? = nil, notices: [String] = [], offers: [OfferRow] = [], away: [String] = [],
    quality: ScheduleQuality? = nil
  ) {
    self.isConfigured = isConfigured
    self.now = now
    self.shifts = shifts
    self.phones = phones
    self.user = user
    self.shiftEndText = shiftEndText
    self.notices = notices
    self.offers = offers
    self.away = away
    self.quality = quality
  }

  /// The handover, else the swap, that waits for the person who looks.
  package var offerForUser: OfferRow? {
    offers.first { $0.to == user && $0.isHandoff } ?? offers.first { $0.to == user }
  }
}

/// A shift of one role; a gap has no person.
package struct ShiftRow: Hashable, Sendable {
  package var role: String
  package var person: String?
  package var start: Instant
  package var end: Instant
  /// The start's local reading ("Mon 23 Nov 09:00").
  package var startText: String
  package var endText: String
  package var isNow: Bool
  /// "override" or "temporary" where it was made by hand; nil where the rotation made it.
  package var byHand: String?

  package init(
    role: String, person: String?, start: Instant, end: Instant, startText: String, endText: String, isNow: Bool,
    byHand: String? = nil
  ) {
    self.role = role
    self.person = person
    self.start = start
    self.end = end
    self.startText = startText
    self.endText = endText
    self.isNow = isNow
    self.byHand = byHand
  }

  /// What it stands for, whatever comes before and after it.
  package var id: String { "\(role) \(start.milliseconds)" }
  package var duty: DutyRole? { DutyRole(rawValue: role) }
}

/// A swap or a handover that waits for an answer.
package struct OfferRow: Hashable, Sendable {
  package var id: EventID
  package var isHandoff: Bool
  package var role: DutyRole
  package var from: String
  package var to: String
  /// "mira offers jon primary, Mon 23 Nov 09:00 to Mon 30 Nov 09:00".
  package var text: String
  /// When somebody is reminded, for a handover.
  package var dueAt: Instant?
  /// Whom the next reminder is for.
  package var reminds: String?
  /// Whether a letter was written to them; whether it arrived is the outbox's to say.
  package var isReminded: Bool
  /// The brief of a handover, line by line.
  package var brief: [String]

  package init(
    id: EventID, isHandoff: Bool, role: DutyRole, from: String, to: String, text: String, dueAt: Instant? = nil,
    reminds: String? = nil, isReminded: Bool = false, brief: [String] = []
  ) {
    self.id = id
    self.isHandoff = isHandoff
    self.role = role
    self.from = from
    self.to = to
    self.text = text
    self.dueAt = dueAt
    self.reminds = reminds
    self.isReminded = isReminded
    self.brief = brief
  }
}
