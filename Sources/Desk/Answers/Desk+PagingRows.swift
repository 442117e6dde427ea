package import Commands
import EventLog
import Incidents
import Ledger
import OnCall

extension Desk {
  /// Everybody of oncall.yaml, with the ways that lead to them and the number to dial.
  package var contacts: [Contact] {
    configuration.rota.people.map {
      Contact(name: $0.name, channels: configuration.pageChannels[$0.name] ?? [], phone: $0.phone)
    }
  }

  /// Somebody who is paged or called; nothing more than the name where oncall.yaml does not know them.
  func contact(_ name: String) -> Contact { contacts.first { $0.name == name } ?? Contact(name: name) }

  /// How far the pages of an incident have come.
  /// - Returns: nil where another pager wakes people for its service, or somebody has it, and nobody was paged by hand.
  func paging(of incident: Incident, at now: Instant, _ reading: Reading) throws -> PagingRow? {
    guard configuration.postPage != nil, incident.status != .closed else { return nil }
    let pager = incident.service.flatMap { configuration.services[$0]?.pager } ?? Service.Pager.none
    let isPager = pager == .sitrep
    guard isPager || !incident.pages.isEmpty else {
      // Beside services that are watched this one could be taken for one of them.
      guard pagesPeople, pager == Service.Pager.none, incident.status == .triggered else { return nil }
      return PagingRow(withoutPager: incident.service ?? "it")
    }
    var row = PagingRow()
    let pages = incident.pages.filter { !$0.isNotice }
    if let escalation = incident.escalation, escalation.isRunning {
      row.level = escalation.level > 0 ? escalation.level : nil
      let last = pages.filter {
        $0.run == escalation.run && $0.round == escalation.round && $0.level == escalation.level
      }
      row.people = last.map(\.person)
      row.lastResult = Self.least(last)
      if let next = escalation.next {
        let team = try recordedRota(reading).schedule(configured: configuration.rota, at: now).pagingTeam(at: now)
        row.nextAt = next.dueAt
        row.nextLevel = next.level
        row.nextPeople = next.targets.flatMap { team.people(of: $0) }.inOrderOnce
      }
    } else if let last = pages.last {
      row.people = [last.person]
      row.lastResult = last.result
    }
    if incident.status == .triggered, isPager {
      let hold = try holds(
        on: incident, try silences(reading, at: now), try openings(reading), reading, at: now
      )
      .filter { $0.concerns(incident.severity) }
      .max { ($0.until ?? .distant, $0.id) < ($1.until ?? .distant, $1.id) }
      (row.heldBecause, row.heldUntil) = (hold?.because, hold?.until)
    }
    row.unpaged = unpaged(pages, on: incident)
    return row
  }

  /// Those whose last page did not go out, or of whose page nobody knows, while the incident is nobody's; and those who
  /// were asked for by hand, whoever has it.
  private func unpaged(_ pages: [PageRecord], on incident: Incident) -> [PagingRow.Unpaged] {
    var last: [String: PageRecord] = [:]
    for page in pages { last[page.person] = page }
    return last.sorted { $0.key < $1.key }.compactMap { person, page in
      guard incident.status == .triggered || page.run == nil else { return nil }
      guard page.result == .failed || page.result == .unknown else { return nil }
      return PagingRow.Unpaged(
        contact: contact(person), isUnknown: page.result == .unknown, because: page.failure)
    }
  }

  /// What is least good of several pages.
  private static func least(_ pages: [PageRecord]) -> PageRecord.Result? {
    let results = pages.map(\.result)
    return [.failed, .unknown, .intended, .withdrawn, .sent].first { results.contains($0) }
  }
}

extension Instant {
  fileprivate static var distant: Instant { Instant(milliseconds: .max) }
}

extension [String] {
  /// Each once, in the order in which they stand.
  fileprivate var inOrderOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
