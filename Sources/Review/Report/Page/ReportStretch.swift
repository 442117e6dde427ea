import EventLog
import Incidents

/// A day, or so many weeks, of a period, and how many incidents of each severity began in it.
struct ReportStretch: Hashable {
  /// Its first day at 00:00 UTC; a week's is a Monday.
  var from: Instant
  var counts: [Severity: Int] = [:]
  /// Taken over from documents that state no severity.
  var unrated = 0

  var count: Int { counts.values.reduce(0, +) + unrated }

  /// So many bars and no more.
  private static let most: Int64 = 60

  /// Which stretches a report is drawn in ("day", "week", "four weeks" …), and those of its period in order.
  static func all(of report: PeriodReport) -> (name: String, stretches: [ReportStretch]) {
    let day: Int64 = 86_400_000
    let days = max((report.until - report.since).milliseconds / day, 1)
    let (name, length) = days <= 14 ? ("day", 1) : weeks(days)
    // 1 January 1970 was a Thursday: Mondays lie four days after whole weeks.
    let shift: Int64 = length == 1 ? 0 : 4 * day
    let step = length * day
    func place(_ at: Instant) -> Int64 { floor(at.milliseconds - shift, by: step) }
    let first = place(report.since)
    let last = max(place(Instant(milliseconds: report.until.milliseconds - 1)), first)
    var stretches = (first...last).map { ReportStretch(from: Instant(milliseconds: $0 * step + shift)) }
    for one in report.incidents {
      let index = Int(place(one.start) - first)
      guard stretches.indices.contains(index) else { continue }
      if one.incident.isSeverityStated {
        stretches[index].counts[one.incident.severity, default: 0] += 1
      } else {
        stretches[index].unrated += 1
      }
    }
    return (name, stretches)
  }

  /// The shortest of which there are not too many, and its length in days.
  private static func weeks(_ days: Int64) -> (String, Int64) {
    let known: [(String, Int64)] = [("week", 7), ("four weeks", 28), ("thirteen weeks", 91), ("52 weeks", 364)]
    if let fitting = known.first(where: { days <= $0.1 * most }) { return fitting }
    let years = days / (364 * most) + 1
    return ("\(52 * years) weeks", 364 * years)
  }

  private static func floor(_ number: Int64, by step: Int64) -> Int64 {
    number >= 0 ? number / step : -((step - 1 - number) / step)
  }
}
