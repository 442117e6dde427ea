import EventLog
import Foundation

extension Ledger {
  /// Writes events with their ids, stamps and hashes, and the attachments they name, as lines of JSON. Others go on
  /// writing; what they write meanwhile is not in it.
  ///
  /// - Parameters:
  ///   - line: takes a line without its end. It is called outside of any snapshot, so it may take its time.
  ///   - progress: events written so far.
  package func export(
    _ scope: ExportScope = .everything, line: (String) throws -> Void, progress: (Int) -> Void = { _ in }
  ) throws -> ExportReport {
    var report = ExportReport()
    let (end, heads) = try read { (try $0.position(), try $0.heads()) }
    report.heads = heads
    let opening = ExportLine.Opening(
      format: ExportLine.format, node: node, madeAt: clock(), scope: scope.text, heads: heads.map(ExportedHead.init))
    try line(PayloadText.encode(ExportLine(export: opening)))
    var written: Set<String> = []
    var sequences: [String: [ClosedRange<Int64>]] = [:]
    var after: Int64 = 0
    while true {
      let page = try read { try $0.links(scope, after: after, upTo: end, limit: Ledger.exportPage) }
      for stored in page {
        for digest in stored.event.evidence where stored.event.payload != nil && digest.hasPrefix("sha256:") {
          guard written.insert(digest).inserted, let kept = try read({ try $0.attachment(digest) }) else { continue }
          let attachment = ExportLine.Attachment(
            digest: digest, mediaType: kept.mediaType, bytes: Data(kept.bytes).base64EncodedString())
          try line(PayloadText.encode(ExportLine(attachment: attachment)))
          report.attachments += 1
        }
        try line(PayloadText.encode(ExportLine(event: ExportedEvent(stored.link))))
        report.events += 1
        sequences[stored.event.id.node, default: []].note(stored.event.id.sequence)
      }
      guard let last = page.last else { break }
      after = last.position
      progress(report.events)
    }
    report.chains = sequences.map { node, runs in Ledger.chain(node, runs, heads) }.sorted { $0.node < $1.node }
    let ending = ExportLine.Ending(
      events: report.events, attachments: report.attachments, chains: report.chains)
    try line(PayloadText.encode(ExportLine(end: ending)))
    return report
  }

  private static let exportPage = 500

  private static func chain(_ node: String, _ runs: [ClosedRange<Int64>], _ heads: [Head]) -> ExportedChain {
    let ranges = ReceivedRanges.joined(runs)
    let head = heads.first { $0.id.node == node }?.id.sequence
    return ExportedChain(
      node: node, events: ranges.reduce(0) { $0 + $1.count }, first: ranges.first?.lowerBound ?? 0,
      last: ranges.last?.upperBound ?? 0, isWhole: ranges.count == 1 && ranges.first == 1...(head ?? 1))
  }
}

extension [ClosedRange<Int64>] {
  /// Adds a number; those of a chain come mostly in order.
  fileprivate mutating func note(_ number: Int64) {
    if let last, number == last.upperBound + 1 {
      self[count - 1] = last.lowerBound...number
    } else {
      append(number...number)
    }
  }
}

extension Reading {
  /// Events of a scope in this file's order of arrival.
  fileprivate final func links(
    _ scope: ExportScope, after: Int64, upTo end: Int64, limit: Int
  ) throws -> [StoredEvent] {
    var condition = ""
    switch scope {
    case .everything: break
    case .incident:
      condition =
        " AND (e.stream = (SELECT key FROM stream WHERE name = ?4) OR"
        + " e.incident = (SELECT key FROM stream WHERE name = ?4))"
    case .recorded(let from, let to):
      // A text that is gone is accounted for by its redaction, whenever that was.
      let bounds = [from.map { _ in "e.recorded_at >= ?4" }, to.map { _ in "e.recorded_at < ?5" }].compactMap(\.self)
      let period = bounds.isEmpty ? "TRUE" : bounds.joined(separator: " AND ")
      condition = " AND (\(period) OR e.kind = 'event.redacted')"
    }
    let query = try Query(
      database,
      EventColumns.select + " WHERE e.position > ?1 AND e.position <= ?2\(condition) ORDER BY e.position LIMIT ?3"
    ).bind(1, after).bind(2, end).bind(3, Int64(limit))
    switch scope {
    case .everything: break
    case .incident(let stream): query.bind(4, stream.name)
    case .recorded(let from, let to):
      if let from { query.bind(4, from.milliseconds) }
      if let to { query.bind(5, to.milliseconds) }
    }
    return try query.all(EventColumns.stored)
  }
}
