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

  /// The rows with how far their pages have come, where they can have any.
  func withPaging(_ rows: [IncidentRow], at now: Instant, _ reading: Reading) throws -> [IncidentRow] {
    guard configuration.postPage != nil, pagesPeople || !configuration.pageChannels.isEmpty else { return rows }
    var rows = rows
    let asked = rows.indices.filter { place in
      rows[place].status.isOpen
        && (!configuration.pageChannels.isEmpty
          || rows[place].service.flatMap { configuration.services[$0]?.pager } == .sitrep)
    }
    for place in asked.prefix(Self.mostAsked) {
      guard let incident = try reading.state(IncidentFold.self, rows[place].id) else { continue }
      rows[place].paging = try paging(of: incident, at: now, reading)
    }
    return rows
  }

  /// Why somebody could believe that people are woken who are not, the loudest first.
  func pagingWarnings(_ rows: [IncidentRow], now: Instant, _ reading: Reading) throws -> [String] {
    guard configuration.postPage != nil else { return try untold(rows, now: now, reading) }
    let unpaged = rows.flatMap { row in (row.paging?.unpaged ?? []).map { $0.words(about: row.label) } }
    return [try unwatched(now: now, reading)].compactMap { $0 } + (try silentSources(at: now, reading)) + unpaged
      + (try untold(rows, now: now, reading)) + [try unseen(at: now, reading)].compactMap { $0 }
  }

  private func unwatched(now: Instant, _ reading: Reading) throws -> String? {
    let lease = try reading.lease(Lease.watch)
    guard lease?.isHeld(at: now) != true else { return nil }
    // Where Sitrep is nobody's pager, a page can still wait that somebody asked for by hand.
    let waiting = pagesPeople ? 0 : try reading.letterCounts()[.waiting] ?? 0
    guard pagesPeople || waiting > 0 else { return nil }
    let since = lease.map { " since \(SpanWords.short(now - $0.until))" } ?? ""
    let what =
      waiting > 0 ? "\(waiting) letter\(waiting == 1 ? " waits" : "s wait") and nothing watches" : "nothing watches"
    return "NO PAGING: \(what)\(since), start `sitrep serve`"
  }

  /// Who watches, in a few words; nil where nothing does, or where nothing has to.
  func watcher(at now: Instant, _ reading: Reading) throws -> String? {
    guard pagesPeople || !configuration.pageChannels.isEmpty, let lease = try reading.lease(Lease.watch),
      lease.isHeld(at: now)
    else { return nil }
    let holder = lease.holder
    let isHere = holder.host == configuration.host
    if isHere, holder.process == configuration.process { return "this \(holder.role)" }
    return (holder.role == "serve" ? "serve" : "a \(holder.role)") + (isHere ? "" : " on \(holder.host)")
  }
}
