import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  /// As many incidents are asked what became of their pages, the most urgent first.
  private static let mostAsked = 10

  /// Whether Sitrep is the pager of record of any service.
  var pagesPeople: Bool {
    configuration.postPage != nil && configuration.services.values.contains { $0.pager == .sitrep }
  }

  /// Whether no service has a pager at all, be it Sitrep or another one.
  var wakesNobody: Bool { !pagesPeople && !configuration.services.values.contains { $0.pager == .external } }

  /// Why somebody could believe that people are woken who are not; nothing where Sitrep is nobody's pager.
  func pagingWarnings(_ rows: [IncidentRow], now: Instant, _ reading: Reading) throws -> [String] {
    guard pagesPeople else { return try untold(rows, now: now, reading) }
    return [try unwatched("NO PAGING", now: now, reading)].compactMap { $0 } + (try undelivered(rows, reading))
      + (try untold(rows, now: now, reading))
  }

  private func unwatched(_ loss: String, now: Instant, _ reading: Reading) throws -> String? {
    guard let lease = try reading.lease(Lease.watch) else { return "\(loss): nothing watches, start `sitrep serve`" }
    guard !lease.isHeld(at: now) else { return nil }
    return "\(loss): nothing watches since \(SpanWords.short(now - lease.until)), start `sitrep serve`"
  }

  /// What another pager should know of its incidents and does not: it goes on waking people for what somebody has.
  private func untold(_ rows: [IncidentRow], now: Instant, _ reading: Reading) throws -> [String] {
    let told = configuration.pagers.filter { pager in
      pager.channel != nil && configuration.services.values.contains { $0.externalPager == pager.name }
    }
    guard let first = told.first else { return [] }
    let silence = pagesPeople ? nil : try unwatched("\(first.name) IS TOLD NOTHING", now: now, reading)
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

  /// A trigger counts while nobody has the incident, an acknowledge while somebody works on it, a resolve always.
  private func isMissed(_ letter: OutboxLetter, on row: IncidentRow) -> Bool {
    switch letter.letter.content.action {
    case .trigger, .update: row.status == .triggered
    case .acknowledge: row.status.isOpen
    case .resolve: true
    }
  }

  /// People whose last page on an incident that nobody has did not go out, as far as is known.
  private func undelivered(_ rows: [IncidentRow], _ reading: Reading) throws -> [String] {
    let waiting = rows.filter { row in
      row.status == .triggered && row.service.flatMap { configuration.services[$0]?.pager } == .sitrep
    }
    var warnings: [String] = []
    for row in waiting.prefix(Self.mostAsked) {
      guard let incident = try reading.state(IncidentFold.self, row.id) else { continue }
      var last: [String: PageRecord] = [:]
      for page in incident.pages where !page.isNotice { last[page.person] = page }
      for (person, page) in last.sorted(by: { $0.key < $1.key }) {
        let why = page.failure.map { ": \($0)" } ?? ""
        switch page.result {
        case .failed: warnings.append("NO PAGE to \(person) about #\(row.label)\(why)")
        case .unknown: warnings.append("UNKNOWN whether \(person) was paged about #\(row.label)\(why)")
        case .intended, .sent: break
        }
      }
    }
    return warnings
  }
}
