import Commands
import EventLog
import Incidents
import OnCall
import Settings

extension Session {
  /// A time as typed, by the wall clock of the display zone.
  /// - Throws: trouble where the text is no time.
  func time(_ text: String?) throws(Trouble) -> GivenTime? {
    guard let text else { return nil }
    let now = SystemClock.now()
    let offset = configuration.console.displayZone.offset(at: now)
    guard let time = TimeText.parse(text, now: now, offset: offset) else {
      throw Trouble(.badInput, "\"\(text)\" is no time: write 14:05, -10m, \"10m ago\" or 2026-11-21T14:05:00Z.")
    }
    return time
  }

  /// A moment by the wall clock of the display zone, and by UTC where that says something else.
  func words(_ instant: Instant) -> String { configuration.console.displayZone.wordsWithUTC(instant) }

  func severity(_ text: String) throws(Trouble) -> Severity {
    guard let severity = Severity(text) else {
      throw Trouble(.badInput, "\"\(text)\" is no severity: SEV1 to SEV4 (or CRITICAL, HIGH, MEDIUM, LOW; P0 to P3).")
    }
    return severity
  }
}

extension Zone {
  /// "Sat 2026-11-21 15:20 Europe/Berlin".
  func words(_ instant: Instant) -> String {
    let civil = CivilTime(instant, offset: offset(at: instant))
    return "\(civil.weekdayName) \(civil.dateWords) \(civil.timeWords) \(identifier)"
  }

  /// The same, and what UTC says where that is something else.
  func wordsWithUTC(_ instant: Instant) -> String {
    let utc = CivilTime(instant)
    return words(instant) + (offset(at: instant) == .zero ? "" : " (\(utc.dateWords) \(utc.timeWords) UTC)")
  }
}
