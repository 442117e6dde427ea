package import EventLog
package import Incidents

extension EscalationPolicy.QuietHours {
  /// What they keep back at an instant; nil outside of them, and where the zone is not known here.
  package func hold(at instant: Instant) -> EscalationHold? {
    guard from != until, let zone = Zone(self.zone) else { return nil }
    let civil = zone.reading(at: instant).civil
    let minute = civil.hour * 60 + civil.minute
    let isInside = from < until ? from <= minute && minute < until : minute >= from || minute < until
    guard isInside else { return nil }
    let today = CivilTime(
      year: civil.year, month: civil.month, day: civil.day, hour: until / 60, minute: until % 60)
    var end = zone.instant(of: today)
    if end <= instant { end = zone.instant(of: today.adding(days: 1)) }
    let words = "\(padded(until / 60, 2)):\(padded(until % 60, 2))"
    return EscalationHold(
      id: "quiet:\(end.milliseconds)", until: end, severities: severities,
      because: "quiet hours until \(words) in \(zone.identifier)")
  }
}
