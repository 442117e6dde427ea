package import EventLog
import Incidents
package import OnCall

/// Times of the schedule as people give them, also ahead: RFC 3339, "2026-11-29 01:30", "2026-11-29", "+2h", "Mon 09:00",
/// "14:05", "10m ago"; by the wall clock of a zone.
package enum RotaTimeText {
  /// A time, and what is odd about it on a day the clocks change.
  package struct Moment: Hashable, Sendable {
    package var at: Instant
    package var note: WallClockNote?

    package init(at: Instant, note: WallClockNote? = nil) {
      self.at = at
      self.note = note
    }
  }

  /// Nil where the text is no time. A weekday is the next one; a time of day alone is the most recent one, as everywhere.
  package static func parse(_ text: some StringProtocol, now: Instant, zone: Zone) -> Moment? {
    let words = text.split { $0.isWhitespace }
    let plain = words.joined(separator: " ")
    if let instant = Instant(rfc3339: plain) { return Moment(at: instant) }
    if plain.hasPrefix("+"), let span = TimeText.span(plain.dropFirst()) { return Moment(at: now + span) }
    if let first = words.first, let weekday = CivilTime.weekday(named: first), words.count == 2,
      let time = CivilTime.timeOfDay(words[1])
    {
      var civil = zone.reading(at: now).civil
      (civil.hour, civil.minute, civil.second, civil.millisecond) = (time.hour, time.minute, 0, 0)
      civil = civil.adding(days: (weekday - civil.weekday + 7) % 7)
      if zone.instant(of: civil) <= now { civil = civil.adding(days: 7) }
      return moment(civil, zone)
    }
    if let reading = CivilTime.reading(plain) { return moment(reading.civil, zone) }
    return TimeText.parse(plain, now: now, offset: zone.offset(at: now)).map { Moment(at: $0.at) }
  }

  private static func moment(_ civil: CivilTime, _ zone: Zone) -> Moment {
    Moment(at: zone.instant(of: civil), note: zone.note(on: civil))
  }
}
