import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  /// How many of the newest of the same service, of the same rule and of the same words are compared.
  private static let compared = 40
  private static let shown = 9

  /// Incidents that are over and have most in common with one; each with what they share and what ended it.
  func similar(to id: StreamID, _ reading: Reading) throws -> [PastPage.Hit] {
    guard let incident = try reading.state(IncidentFold.self, id), incident.exists else {
      throw IncidentRefusal.unknownIncident
    }
    var found: [StreamID: ListRow] = [:]
    for row in try candidates(for: incident, reading) where row.stream != id && !row["is_open"].flag {
      found[row.stream] = row
    }
    let scored = found.values.map { row in
      let likeness = PastLikeness.of(
        service: row["service"].text, ruleFamily: row["rule_family"].text, title: row["title"].text ?? "",
        like: incident)
      return (row: row, likeness: likeness)
    }
    let best = scored.filter { $0.likeness.score >= PastLikeness.least && $0.row["merged_into"].text == nil }
      .sorted {
        ($1.likeness.score, $1.row["number"].integer ?? 0) < ($0.likeness.score, $0.row["number"].integer ?? 0)
      }
    return try best.prefix(Self.shown).map { item in
      let end = try ending(of: item.row.stream, reading).map { ": \($0)" } ?? ""
      return PastPage.Hit(row: try row(item.row, reading), excerpt: item.likeness.because + end)
    }
  }

  private func candidates(for incident: Incident, _ reading: Reading) throws -> [ListRow] {
    let ended = ListQuery.Filter.equals("is_open", .flag(false))
    var rows: [ListRow] = []
    for (column, value) in [("service", incident.service), ("rule_family", incident.ruleFamily)] {
      guard let value else { continue }
      rows += try reading.list(
        ListQuery(
          "incident", filters: [.equals(column, .text(value)), ended], order: [.descending("opened_at")],
          limit: Self.compared))
    }
    // Words of the title, each by itself: titles rarely agree in all of them.
    for word in Likeness.words(incident.title).sorted().prefix(4) {
      for entry in try reading.search(word, limit: Self.compared / 2) {
        guard let stream = entry.incident,
          let row = try reading.list(ListQuery("incident", filters: [.stream(stream)], limit: 1)).first
        else { continue }
        rows.append(row)
      }
    }
    return rows
  }

  /// What fixed it, as it was written down: the mitigation, else the last decision, else what proved the recovery.
  func ending(of id: StreamID, _ reading: Reading) throws -> String? {
    let entries = try reading.timeline(incident: id, newestFirst: true, limit: 200)
    let mitigated = entries.first { $0.kind == IncidentMitigated.kind && $0.text.contains(":") }?.text
    guard let state = try reading.state(IncidentFold.self, id) else { return mitigated }
    let cause = state.hypotheses.last { $0.state == .confirmed }?.text
    let fix = mitigated ?? state.decisions.last { $0.state == .made }?.text ?? state.verification
    let words = [cause.map { "cause: \($0)" }, fix].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
