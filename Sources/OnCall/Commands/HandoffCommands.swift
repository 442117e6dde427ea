package import EventLog

/// The promises about a handover that nobody has accepted yet.
package enum HandoffClock {
  /// Reminds who hands over.
  package static let acceptance = "handoff"
  /// Then whoever is next in line.
  package static let nextLevel = "handoff_next_level"
  /// In the order in which they run out.
  package static let all = [acceptance, nextLevel]
  /// How long the receiver has.
  package static let patience = Span.minutes(15)
}

/// Offers the work of a shift to whoever comes next, with the brief.
package struct OfferHandoff: RotaCommand {
  package var role: DutyRole
  /// Who receives it; whoever the schedule names next where nil.
  package var to: String?
  /// What the one who hands over adds to the brief.
  package var note: String?
  /// The brief, once it has been put together.
  package var brief: String

  package init(_ role: DutyRole = .primary, to: String? = nil, note: String? = nil, brief: String = "") {
    self.role = role
    self.to = to
    self.note = note
    self.brief = brief
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    let schedule = rota.schedule(configured: facts.configured, at: facts.now)
    let person = facts.actor.person
    let parties = Self.parties(role, by: person, in: schedule, at: facts.now)
    var receiver = parties.to
    if let name = to { receiver = try facts.known(name) }
    guard let receiver else { throw .nobodyToHandTo }
    guard receiver != person else { throw .samePerson(person) }
    if let open = rota.openHandoffs.first(where: { $0.role == role && $0.from == person }) {
      throw .offeredAlready(to: open.to)
    }
    // Whoever hands over ahead of time is answered by the handoff; afterwards the receiver has its fifteen minutes.
    let due = max(facts.now, parties.at) + HandoffClock.patience
    let next = [DutyRole.secondary, .commander].lazy
      .compactMap { schedule.assignment(of: $0, at: due).person }.first { $0 != person && $0 != receiver }
    var drafts = [
      facts.draft(
        HandoffOffered(
          role: role, from: person, to: receiver, handoffAt: parties.at, brief: String(brief.prefix(16_000)))),
      facts.draft(
        DeadlineSet(
          HandoffClock.acceptance, dueAt: due, target: person,
          rule: "\(receiver) accepts the handover within 15m; then \(person) is reminded")),
    ]
    if let next {
      drafts.append(
        facts.draft(
          DeadlineSet(
            HandoffClock.nextLevel, dueAt: due + HandoffClock.patience, target: next,
            rule: "\(receiver) accepts the handover within 30m; then \(next) is told")))
    }
    return drafts
  }

  /// To whom a role goes next, and when: now, where it has gone already from the one who hands over.
  package static func parties(
    _ role: DutyRole, by person: String, in schedule: Schedule, at now: Instant
  ) -> (to: String?, at: Instant) {
    let holder = schedule.assignment(of: role, at: now).person
    guard holder == person, let end = schedule.change(of: role, after: now) else { return (holder, now) }
    return (schedule.assignment(of: role, at: end).person, end)
  }
}

/// Takes over the work that was offered. Without an offer it needs a reason, which stands on what is taken over.
package struct AcceptHandoff: RotaCommand {
  package var role: DutyRole
  package var reason: String?

  package init(_ role: DutyRole = .primary, reason: String? = nil) {
    self.role = role
    self.reason = reason
  }

  /// The offer that is meant; nil where there is none and a reason was given.
  package func offer(on rota: RecordedRota, by person: String) throws(RotaRefusal) -> OfferedHandoff? {
    if let offer = rota.openHandoffs.last(where: { $0.role == role && $0.to == person }) { return offer }
    guard reason?.contains(where: { !$0.isWhitespace }) == true else { throw .noOffer(role) }
    return rota.openHandoffs.last { $0.role == role }
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    let person = facts.actor.person
    let offer = try offer(on: rota, by: person)
    let schedule = rota.schedule(configured: facts.configured, at: facts.now)
    guard let from = offer?.from ?? Self.holder(before: facts.now, role, schedule, otherThan: person) else {
      throw .nobodyToTakeFrom
    }
    guard from != person else { throw .samePerson(person) }
    let ends = offer == nil ? [] : rota.ends(met: true, facts)
    return [
      facts.draft(HandoffAccepted(target: offer?.id, role: role, from: from, to: person, reason: reason))
    ] + ends
  }

  /// Whose work it is without an offer: who has the role, or had it before.
  package static func holder(
    before now: Instant, _ role: DutyRole, _ schedule: Schedule, otherThan person: String
  ) -> String? {
    let holder = schedule.assignment(of: role, at: now).person
    if holder != person { return holder }
    guard let start = schedule.shift(of: role, at: now)?.start else { return nil }
    return schedule.assignment(of: role, at: start - .milliseconds(1)).person
  }
}

/// Takes the offered handover back, or declines it; the work stays where it was.
package struct WithdrawHandoff: RotaCommand {
  package var role: DutyRole
  package var reason: String?

  package init(_ role: DutyRole = .primary, reason: String? = nil) {
    self.role = role
    self.reason = reason
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    let person = facts.actor.person
    guard let offer = rota.openHandoffs.last(where: { $0.role == role && ($0.from == person || $0.to == person) })
    else { throw .noOffer(role) }
    return [facts.draft(HandoffWithdrawn(target: offer.id, reason: reason))] + rota.ends(met: false, facts)
  }
}

extension RecordedRota {
  /// The promises about handovers, ended: met, or void.
  fileprivate func ends(met: Bool, _ facts: RotaFacts) -> [Draft] {
    deadlines.filter { $0.isOpen && HandoffClock.all.contains($0.kind) }.map {
      facts.draft(
        DeadlineSet(
          $0.kind, dueAt: $0.dueAt, metAt: met ? facts.now : nil, voidedAt: met ? nil : facts.now, target: $0.target,
          rule: $0.rule))
    }
  }
}
