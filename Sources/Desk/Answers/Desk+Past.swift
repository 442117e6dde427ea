import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  private static let pageSize = 50

  /// Incidents that are over, newest first; with words, those of whose entries one holds them all.
  func past(words: String, before: Int64?, _ reading: Reading) throws -> PastPage {
    let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return plain.isEmpty ? try ended(before: before, reading) : try found(plain, before: before, reading)
  }

  private func ended(before: Int64?, _ reading: Reading) throws -> PastPage {
    var filters: [ListQuery.Filter] = [.equals("is_open", .flag(false))]
    if let before { filters.append(.below("number", .integer(before))) }
    let rows = try reading.list(
      ListQuery("incident", filters: filters, order: [.descending("number")], limit: Self.pageSize))
    let split = try bearersCutOff(rows, reading)
    return PastPage(
      words: "", rows: try (rows + split).map { PastPage.Hit(row: try row($0, reading)) },
      next: rows.count == Self.pageSize ? rows.last?["number"].integer : nil)
  }

  /// A page goes on below its last number, so whoever else bears that number belongs to it.
  private func bearersCutOff(_ rows: [ListRow], _ reading: Reading) throws -> [ListRow] {
    guard rows.count == Self.pageSize, let number = rows.last?["number"].integer, try reading.hasSeveralNodes() else {
      return []
    }
    let shown = Set(rows.map(\.stream))
    return try bearers(of: number, reading).filter { !$0["is_open"].flag && !shown.contains($0.stream) }
  }

  private func found(_ words: String, before: Int64?, _ reading: Reading) throws -> PastPage {
    var seen: Set<StreamID> = []
    var hits: [PastPage.Hit] = []
    let entries = try reading.search(words, before: before, limit: Self.pageSize * 4)
    for entry in entries {
      guard let incident = entry.incident, seen.insert(incident).inserted, hits.count < Self.pageSize,
        let listed = try reading.list(ListQuery("incident", filters: [.stream(incident)], limit: 1)).first
      else { continue }
      hits.append(PastPage.Hit(row: try row(listed, reading), excerpt: entry.text))
    }
    return PastPage(
      words: words, rows: hits, next: entries.count == Self.pageSize * 4 ? entries.last?.position : nil)
  }
}
