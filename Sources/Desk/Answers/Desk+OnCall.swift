import Commands
import EventLog
import Ledger
import OnCall

extension Desk {
  /// How far ahead the on-call screen looks.
  private static let horizon = Span.days(28)

  func onCallSummary(at now: Instant, _ reading: Reading) throws -> OnCallSummary? {
    summary(of: try recordedRota(reading).schedule(configured: configuration.rota, at: now), at: now)
  }

  private func summary(of schedule: Schedule, at now: Instant) -> OnCallSummary? {
    guard schedule.isConfigured else { return nil }
    let onCall = schedule.onCall(at: now)
    let next = onCall.next
    return OnCallSummary(
      primary: onCall.primary?.name, secondary: onCall.secondary?.name, commander: onCall.commander?.name,
      until: onCall.until, nextPrimary: next?.primary?.name, nextSecondary: next?.secondary?.name,
      nextCommander: next?.commander?.name, nextText: onCall.until.map { handoffText($0, now: now) })
  }

  func onCallPage(_ reading: Reading, for actor: Actor) throws -> OnCallPage {
    let now = clock()
    let record = try recordedRota(reading)
    let schedule = record.schedule(configured: configuration.rota, at: now)
    let shifts = schedule.shifts(from: now, to: now + Self.horizon).map { shift in
      ShiftRow(
        role: shift.role.rawValue, person: shift.person, start: shift.start, end: shift.end,
        startText: local(shift.start), endText: local(shift.end),
        isNow: shift.start <= now && now < shift.end,
        byHand: [.override, .temporary].contains(shift.source) ? shift.source.rawValue : nil)
    }
    let phones = schedule.people.compactMap { person in person.phone.map { (person.name, $0) } }
    let end = try? TakeOver.end(of: .primary, in: schedule, at: now)
    return OnCallPage(
      isConfigured: schedule.isConfigured, now: summary(of: schedule, at: now) ?? OnCallSummary(), shifts: shifts,
      phones: Dictionary(phones) { first, _ in first }, user: actor.person, shiftEndText: end.map(local),
      notices: notices(record, for: actor, at: now), offers: offers(record, at: now),
      away: schedule.leaves.filter { $0.end > now && $0.from < now + Self.horizon }.sorted { $0.from < $1.from }.map {
        "\($0.person) " + ($0.from > now ? "from \(local($0.from)) " : "") + "until \(local($0.end))"
      }, quality: schedule.isConfigured ? ScheduleQuality(schedule, from: now) : nil)
  }

  /// What is new for one person about being on call: for the header of every screen.
  func rotaNews(at now: Instant, _ reading: Reading, for actor: Actor) throws -> [String] {
    let record = try recordedRota(reading)
    let offers = offers(record, at: now)
    let late = offers.filter { $0.isHandoff && $0.reminds == actor.person && ($0.dueAt ?? now) < now }
      .map { "the handover to \($0.to) is not accepted" }
    return late + offers.filter { $0.to == actor.person }.map(\.text) + notices(record, for: actor, at: now)
  }

  private func notices(_ record: RecordedRota, for actor: Actor, at now: Instant) -> [String] {
    record.notices(for: actor.person, at: now).map { notice in
      "\(notice.isGained ? "you are" : "you are no longer") \(notice.role.rawValue) from \(local(notice.from)) "
        + "to \(local(notice.until)) (\(notice.because))"
    }
  }

  private func offers(_ record: RecordedRota, at now: Instant) -> [OfferRow] {
    let handoffs = record.openHandoffs.map { offer in
      // The last promise that has passed is the one that somebody is reminded of; before, the next to come.
      let clocks = HandoffClock.all.filter { record.reminded(by: $0, of: offer) != nil }
      let clock = clocks.last { offer.due($0) < now } ?? HandoffClock.acceptance
      let person = record.reminded(by: clock, of: offer)
      let hasWay = person.flatMap { configuration.pageChannels[$0] }?.isEmpty == false
      return OfferRow(
        id: offer.id, isHandoff: true, role: offer.role, from: offer.from, to: offer.to,
        text: "\(offer.from) hands \(offer.role.rawValue) over to \(offer.to), \(local(offer.handoffAt))",
        dueAt: offer.due(clock), reminds: person,
        // Nothing was written to somebody whom nothing reaches.
        isReminded: hasWay && offer.reminded?.contains(clock) == true,
        brief: offer.brief.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
    let swaps = record.openSwaps(at: now).map { swap in
      OfferRow(
        id: swap.id, isHandoff: false, role: swap.role, from: swap.person, to: swap.with,
        text: "\(swap.person) offers \(swap.with) \(swap.role.rawValue), \(local(swap.given.from)) to "
          + local(swap.given.until)
          + (swap.taken.map { ", for \(local($0.from)) to \(local($0.until))" } ?? ""))
    }
    return handoffs + swaps
  }

  /// "Mon 09:00" within the next six days, else with the date.
  private func handoffText(_ instant: Instant, now: Instant) -> String {
    let words = local(instant).split(separator: " ")
    guard instant - now < .days(6), words.count == 4 else { return words.joined(separator: " ") }
    return "\(words[0]) \(words[3])"
  }

  /// "Mon 23 Nov 09:00" by the wall clock of the display zone.
  private func local(_ instant: Instant) -> String {
    let civil = CivilTime(instant, offset: configuration.displayZone.offset(at: instant))
    return civil.dayWords + " " + civil.timeWords
  }
}
