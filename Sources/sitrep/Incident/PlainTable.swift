import Commands
import EventLog
import Incidents
import Screens

/// Tables as lines of text for pipes and logs: columns as wide as what stands in them.
enum PlainTable {
  static func incidents(_ rows: [IncidentRow], at now: Instant) -> [String] {
    guard !rows.isEmpty else { return ["No incidents."] }
    return table(
      ["#", "SEV", "STATE", "NEXT", "SERVICE", "TITLE"],
      rows.map { row in
        [
          row.label, row.severityLabel + (row.isDrill ? " DRILL" : ""), state(row), next(row, at: now),
          row.service ?? "-", row.title,
        ]
      })
  }

  static func table(_ headings: [String], _ rows: [[String]]) -> [String] {
    let clean = ([headings] + rows).map { $0.map { Sanitizer.plain($0) } }
    let widths = headings.indices.map { column in clean.map { Sanitizer.width(of: $0[column]) }.max() ?? 0 }
    return clean.map { cells in
      cells.enumerated().map { column, text in
        column == cells.count - 1
          ? text : text + String(repeating: " ", count: widths[column] - Sanitizer.width(of: text))
      }.joined(separator: "  ")
    }
  }

  private static func state(_ row: IncidentRow) -> String {
    switch row.status {
    case .acknowledged: "ack" + (row.acknowledgedBy.map { " " + $0 } ?? "")
    case .closed, .resolved:
      row.status.rawValue + (row.resolution.map { " " + $0.rawValue.replacing("_", with: " ") } ?? "")
    default: row.status.rawValue
    }
  }

  static func next(_ row: IncidentRow, at now: Instant) -> String {
    guard let next = row.nextDeadline, row.status != .closed else { return "-" }
    let left = next.dueAt - now
    return "\(next.kind.replacing("_", with: " ")) " + (left < .zero ? "+\((-left).words) overdue" : left.words)
  }
}
