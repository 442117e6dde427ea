import Commands
import EventLog
import OnCall

extension Desk {
  /// How far ahead the on-call screen looks.
  private static let horizon = Span.days(28)

  func onCallSummary(at now: Instant) -> OnCallSummary? {
    guard !configuration.rota.rotations.isEmpty else { return nil }
    let onCall = configuration.rota.onCall(at: now)
    let next = onCall.next
    return OnCallSummary(
      primary: onCall.primary?.name, secondary: onCall.secondary?.name, commander: onCall.commander?.name,
      until: onCall.until, nextPrimary: next?.primary?.name, nextSecondary: next?.secondary?.name,
      nextCommander: next?.commander?.name, nextText: onCall.until.map { handoffText($0, now: now) })
  }

  func onCallPage() -> OnCallPage {
    let now = clock()
    let rota = configuration.rota
    let shifts = rota.shifts(from: now, to: now + Self.horizon).map { shift in
      ShiftRow(
        role: shift.role.rawValue, person: shift.person, start: shift.start, end: shift.end,
        startText: local(shift.start), endText: local(shift.end),
        isNow: shift.start <= now && now < shift.end)
    }
    let phones = rota.people.compactMap { person in person.phone.map { (person.name, $0) } }
    return OnCallPage(
      isConfigured: !rota.rotations.isEmpty, now: onCallSummary(at: now) ?? OnCallSummary(), shifts: shifts,
      phones: Dictionary(phones) { first, _ in first })
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
