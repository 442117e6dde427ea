import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  /// What another pager should know of its incidents and does not: it goes on waking people for what somebody has.
  func untold(_ rows: [IncidentRow], now: Instant, _ reading: Reading) throws -> [String] {
    let told = configuration.pagers.filter { pager in
      pager.channel != nil && configuration.services.values.contains { $0.externalPager == pager.name }
    }
    guard let first = told.first else { return [] }
    let silence = try pagesPeople ? nil : unheard(first, now: now, reading)
    let lost = try reading.letters([.failed, .unknown], limit: 200)
    return [silence].compactMap { $0 }
      + rows.compactMap { row in
        guard let pager = row.pager?.name,
          let letter = lost.first(where: { $0.letter.key.hasPrefix(PagerMirror.prefix(of: row.id, pager)) }),
          isMissed(letter, on: row)
        else { return nil }
        let what = letter.state == .unknown ? "UNKNOWN whether \(pager) was told" : "NOT TOLD \(pager)"
        return "\(what) about #\(row.label)" + (letter.reason.map { ": \($0)" } ?? "")
      }
  }

  private func unheard(_ pager: ExternalPager, now: Instant, _ reading: Reading) throws -> String? {
    let lease = try reading.lease(Lease.watch)
    guard lease?.isHeld(at: now) != true else { return nil }
    let since = lease.map { " since \(SpanWords.short(now - $0.until))" } ?? ""
    return "\(pager.name) IS TOLD NOTHING: nothing watches\(since), start `sitrep serve`"
  }

  /// A trigger counts while nobody has the incident, an acknowledge while somebody works on it, a resolve always.
  private func isMissed(_ letter: OutboxLetter, on row: IncidentRow) -> Bool {
    switch letter.letter.content.action {
    case .trigger, .update: row.status == .triggered
    case .acknowledge: row.status.isOpen
    case .resolve: true
    }
  }
}
