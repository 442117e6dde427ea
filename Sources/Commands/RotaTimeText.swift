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

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Nil where the text is no time. A weekday is the next one; a time of day alone is the most recent one, as everywhere.
  package static func parse(_ text: some StringProtocol, now: Instant, zone: Zone) -> Moment? {
    let words = text.split { $0.isWhitespace }
    let plain = words.joined(separator: " ")
    if let instant = Instant(rfc3339: plain) { return Moment(at: instant) }
    if plain.hasPrefix("+"), let span = TimeText.span(plain.dropFirst()) { return Moment(at: now + span) }
    if let first = words.first, let weekday = weekdays.firstIndex(of: first.lowercased().prefix(3).description),
      words.count == 2, let time = timeOfDay(words[1])
    {
      var civil = zone.reading(at: now).civil
      (civil.hour, civil.minute, civil.second, civil.millisecond) = (time.hour, time.minute, 0, 0)
      civil = civil.adding(days: (weekday + 1 - civil.weekday + 7) % 7)
      if zone.instant(of: civil) <= now { civil = civil.adding(days: 7) }
      return moment(civil, zone)
    }
    if let civil = reading(plain) { return moment(civil, zone) }
    return TimeText.parse(plain, now: now, offset: zone.offset(at: now)).map { Moment(at: $0.at) }
  }

  private static func moment(_ civil: CivilTime, _ zone: Zone) -> Moment {
    Moment(at: zone.instant(of: civil), note: zone.note(on: civil))
  }

  /// "2026-11-29", "2026-11-29 01:30" or with a "T".
  private static func reading(_ text: String) -> CivilTime? {
    let words = text.split { $0 == " " || $0 == "T" }
    guard let date = words.first?.split(separator: "-"), words.count <= 2, date.map(\.count) == [4, 2, 2],
      date.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let year = Int(date[0]),
      let month = Int(date[1]), let day = Int(date[2]), (1970...9_000).contains(year), (1...12).contains(month),
      (1...CivilTime.days(in: month, of: year)).contains(day)
    else { return nil }
    guard words.count == 2 else { return CivilTime(year: year, month: month, day: day) }
    return timeOfDay(words[1]).map {
      CivilTime(year: year, month: month, day: day, hour: $0.hour, minute: $0.minute)
    }
  }

  private static func timeOfDay(_ text: some StringProtocol) -> (hour: Int, minute: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }
}
