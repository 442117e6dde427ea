package import EventLog
package import Incidents

/// A major incident whose day comes round again: what it was, what fixed it, and whether what was promised then is done.
package struct Anniversary: Hashable, Sendable {
  package var incident: StreamID
  /// "42", as people call it.
  package var label: String
  package var title: String
  package var severity: Severity
  /// The day it began, by the displayed zone.
  package var day: CivilTime
  /// How many years ago that was on the day that comes round.
  package var years: Int
  /// How many days until then; 0 is today.
  package var inDays: Int
  /// What ended it, as it was written down.
  package var fix: String?
  package var actionsOpen: Int
  package var actions: Int

  package init(
    incident: StreamID, label: String, title: String, severity: Severity, day: CivilTime, years: Int, inDays: Int,
    fix: String?, actionsOpen: Int, actions: Int
  ) {
    self.incident = incident
    self.label = label
    self.title = title
    self.severity = severity
    self.day = day
    self.years = years
    self.inDays = inDays
    self.fix = fix
    self.actionsOpen = actionsOpen
    self.actions = actions
  }

  /// Today and the six days after it.
  package static let window = 7

  /// The day in another year; what happened on 29 February is remembered on the 28th where the year has no 29th.
  package static func day(_ day: CivilTime, in year: Int) -> CivilTime {
    CivilTime(year: year, month: day.month, day: min(day.day, CivilTime.days(in: day.month, of: year)))
  }

  /// When a day comes round within the coming week, one or more years later; nil where it does not.
  package static func comingRound(_ day: CivilTime, from today: CivilTime) -> (years: Int, inDays: Int)? {
    for distance in 0..<window {
      let date = today.adding(days: distance)
      guard date.year > day.year else { continue }
      let anniversary = Self.day(day, in: date.year)
      if anniversary.month == date.month, anniversary.day == date.day { return (date.year - day.year, distance) }
    }
    return nil
  }

  /// The next one first, of those on one day the worst, then the latest.
  package func isBefore(_ other: Anniversary) -> Bool {
    (inDays, severity.rawValue, years, label) < (other.inDays, other.severity.rawValue, other.years, other.label)
  }

  /// "A year ago today: #12 SEV1 Checkout fails; rolled back; 1 of 3 action items open".
  package var line: String {
    "\(when): #\(label) \(severity.name) \(title)" + (fix.map { "; \($0)" } ?? "; what fixed it is not written down")
      + "; \(actionWords)"
  }

  private var when: String {
    (years == 1 ? "A year ago" : "\(years) years ago") + (inDays == 0 ? " today" : " on \(day.day) \(day.monthName)")
  }

  private var actionWords: String {
    if actions == 0 { return "no action items" }
    if actionsOpen == 0 { return "all action items done" }
    return "\(actionsOpen) of \(actions) action items open"
  }

  /// The object of `postmortem list --anniversary --json` and of the report.
  package var json: JSONValue {
    .object([
      "incident": .string(label), "id": .string(incident.name), "title": .string(title),
      "severity": .string(severity.name), "day": .string(day.dateWords), "years": .integer(Int64(years)),
      "in_days": .integer(Int64(inDays)), "fix": fix.map { .string($0) } ?? .null,
      "actions_open": .integer(Int64(actionsOpen)), "actions": .integer(Int64(actions)),
    ])
  }
}
