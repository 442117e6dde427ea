package import Commands
package import EventLog
import Incidents
import Review

extension PlainScreen {
  /// Post-mortems as a table, in the order given.
  package static func table(of rows: [PostMortemRow], now: Instant, width: Int? = nil) -> [String] {
    PlainTable(
      headings: ["#", "SEV", "STAGE", "DUE", "OWNER", "ACTIONS", "TITLE"],
      rows: rows.map { row in
        let actions = row.actions.isEmpty ? "-" : "\(row.openActions.count) of \(row.actions.count) open"
        let late = row.openActions.count { $0.isOverdue(at: now) }
        return [
          row.label, row.isSeverityStated ? row.severity.name : "SEV?", row.stageWords, due(row, now: now),
          row.owner ?? "-", actions + (late > 0 ? ", \(late) overdue" : ""), (row.isDrill ? "DRILL " : "") + row.title,
        ]
      }
    ).lines(width: width)
  }

  /// "2026-11-24", with a word where that has passed; what was held says so.
  private static func due(_ row: PostMortemRow, now: Instant) -> String {
    guard let due = row.due else { return "-" }
    let day = CivilTime(due.dueAt).dateWords
    switch due.state(at: now) {
    case .overdue: return "OVERDUE \(day)"
    case .broken: return "held late"
    case .kept: return "held"
    case .ok, .soon: return day
    }
  }
}
