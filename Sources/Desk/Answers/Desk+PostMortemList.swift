package import Commands
import EventLog
import Incidents
import Ledger
import Review

extension Desk {
  /// Every incident that is over and owes or has a post-mortem; what comes due first stands first. Drills are among
  /// them where somebody began one.
  /// - Throws: trouble with the store.
  package func postMortems() throws(Trouble) -> [PostMortemRow] {
    do {
      return try ledger.read { reading in
        let begun = Set(
          try reading.list(ListQuery("review", limit: .max, columns: ["incident"])).compactMap { $0["incident"].text })
        let over = try reading.list(
          ListQuery(
            "incident", filters: [.equals("is_open", .flag(false))], limit: .max,
            columns: ["number", "severity", "drill"]))
        return try over.compactMap { row -> PostMortemRow? in
          let isMajor = row["severity"].integer.flatMap { Severity(rawValue: Int($0)) }?.isMajor ?? false
          guard begun.contains(row.stream.name) || isMajor && !row["drill"].flag,
            let incident = try reading.state(IncidentFold.self, row.stream)
          else { return nil }
          return try postMortem(
            of: incident, label: try label(of: row.stream, number: row["number"].integer ?? 0, reading), reading)
        }.sorted(by: PostMortemRow.precedes)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// How far the post-mortem of an incident is; nil where it owes none and nobody began one.
  func postMortem(of incident: Incident, label: String, _ reading: Reading) throws -> PostMortemRow? {
    let record = try reading.state(ReviewFold.self, ReviewRecord.stream(of: incident.id))
    guard record != nil || incident.owesPostMortem else { return nil }
    return PostMortemRow(
      incident: incident.id, label: label, title: incident.title, severity: incident.severity,
      isSeverityStated: incident.isSeverityStated, isDrill: incident.isDrill,
      endedAt: incident.times.resolved?.at ?? incident.closedAt, stage: record?.stage, waiver: incident.waiver,
      owner: record?.owner, reviewedBy: record?.reviewedBy,
      due: incident.deadlines.last { $0.kind == Clocks.review && ($0.isOpen || $0.metAt != nil) },
      actions: record?.actions ?? [])
  }
}
