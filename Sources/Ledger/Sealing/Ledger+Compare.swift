import EventLog

extension Ledger {
  /// Compares with heads that were kept elsewhere. A head that is the same vouches for everything before it.
  package func compare(with heads: [HeadText]) throws -> ChainComparison {
    try read { reading in
      var comparison = ChainComparison()
      for head in heads { comparison.compare(head.event, theirs: head.hash, ours: try reading.hash(of: head.event)) }
      return comparison
    }
  }

  /// Compares every event of another file, a backup say, with this one. What this file has beyond it is no
  /// difference: it went on.
  ///
  /// - Parameter progress: events compared so far.
  package func compare(with other: Ledger, progress: (Int) -> Void = { _ in }) throws -> ChainComparison {
    var comparison = ChainComparison()
    var last = EventID(node: "", sequence: 0)
    while true {
      let theirs = try other.read { try $0.hashes(after: last, limit: 2_000) }
      guard let end = theirs.last else { return comparison }
      try read { reading in
        for (id, hash) in theirs {
          comparison.compare(id, theirs: Chain.hexadecimal(hash), ours: try reading.hash(of: id))
        }
      }
      last = end.id
      progress(comparison.events)
    }
  }

  /// Compares every event of an export with this file; nothing is taken in.
  ///
  /// - Parameters:
  ///   - lines: the next line of the export, nil at its end.
  ///   - progress: events compared so far.
  /// - Throws: `.damaged` for what is no export.
  package func compare(
    withExport lines: () throws -> String?, progress: (Int) -> Void = { _ in }
  ) throws -> ChainComparison {
    var comparison = ChainComparison()
    var reader = ExportReader()
    while let line = try lines() {
      guard case .event(let exported) = try reader.read(line) else { continue }
      let id = exported.id
      comparison.compare(id, theirs: exported.hash, ours: try read { try $0.hash(of: id) })
      progress(comparison.events)
    }
    for head in reader.heads.compactMap(\.text) {
      comparison.compare(head.event, theirs: head.hash, ours: try read { try $0.hash(of: head.event) })
    }
    return comparison
  }
}

extension Reading {
  /// Hashes by node and number.
  fileprivate final func hashes(after last: EventID, limit: Int) throws -> [(id: EventID, hash: [UInt8])] {
    try Query(
      database,
      "SELECT node, sequence, hash FROM event WHERE (node, sequence) > (?, ?) ORDER BY node, sequence LIMIT ?"
    ).bind(1, last.node).bind(2, last.sequence).bind(3, Int64(limit))
      .all { (EventID(node: $0.text(0), sequence: $0.integer(1)), $0.bytes(2)) }
  }
}
