package import Commands
import EventLog
import Incidents
import Ledger
import OnCall
package import Review

extension Desk {
  /// Major incidents of earlier years whose day comes round within the coming week, by the displayed zone.
  /// - Throws: trouble with the store.
  package func anniversaries() throws(Trouble) -> [Anniversary] {
    do {
      return try ledger.read { try anniversaries(at: clock(), $0) }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// One short look at an index for each year since the first: what it costs does not grow with what happened.
  func anniversaries(at now: Instant, _ reading: Reading) throws -> [Anniversary] {
    let ended: [ListQuery.Filter] = [.equals("is_open", .flag(false)), .isNotNull("began_at")]
    let columns = ["began_at"]
    guard
      let first = try reading.list(
        ListQuery("incident", filters: ended, order: [.ascending("began_at")], limit: 1, columns: columns)
      ).first?["began_at"].instant
    else { return [] }
    let today = configuration.displayZone.reading(at: now).civil
    let years = max(0, today.year + 1 - CivilTime(first).year)
    return try (0..<years).flatMap { distance -> [Anniversary] in
      // A day more on either side, for zones and for 29 February; what lies within the week is decided by the day.
      let start = Anniversary.day(today, in: today.year - distance).instantAsUTC - .days(3)
      let found = try reading.list(
        ListQuery(
          "incident",
          filters: ended + [
            .atLeast("began_at", .instant(start)),
            .below("began_at", .instant(start + .days(Int64(Anniversary.window) + 6))),
          ], limit: 1_000, columns: ["began_at", "severity", "drill"]))
      return try found.compactMap { try anniversary($0, today: today, reading) }
    }.sorted { $0.isBefore($1) }
  }

  private func anniversary(_ row: ListRow, today: CivilTime, _ reading: Reading) throws -> Anniversary? {
    guard !row["drill"].flag, let severity = row["severity"].integer.flatMap({ Severity(rawValue: Int($0)) }),
      severity.isMajor, let began = row["began_at"].instant
    else { return nil }
    let day = configuration.displayZone.reading(at: began).civil
    guard let round = Anniversary.comingRound(day, from: today),
      let incident = try reading.state(IncidentFold.self, row.stream), incident.resolution?.counts ?? true
    else { return nil }
    let actions = try record(of: row.stream, reading).actions.filter { $0.state != .dropped }
    return Anniversary(
      incident: row.stream, label: try label(of: row.stream, number: Int64(incident.number), reading),
      title: incident.title, severity: severity, day: day, years: round.years, inDays: round.inDays,
      fix: try ending(of: row.stream, reading), actionsOpen: actions.count { $0.state == .open },
      actions: actions.count)
  }
}
