import EventLog

extension Ledger {
  /// Takes in an export: what is here already changes nothing, and every event is checked against its hash and its
  /// neighbours. Others get their turn between batches. What was taken before a fault stays.
  ///
  /// - Parameters:
  ///   - lines: the next line, nil at the end of the file.
  ///   - progress: events read so far.
  /// - Throws: `.damaged` for an event or attachment that is not what its hash says, or a file that ends early;
  ///   `.newerSchema` for an export of a newer Sitrep's.
  package func importing(
    _ lines: () throws -> String?, progress: (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    var report = ImportReport()
    var reader = ExportReader()
    var batch = ImportBatch()
    func flush() throws {
      guard !batch.isEmpty else { return }
      let full = batch
      let outcome = try writeAndWait { try full.take($0) }
      report.taken += outcome.taken
      report.attachments += outcome.attachments
      report.isRenamed = report.isRenamed || outcome.isRenamed
      batch = ImportBatch()
      batch.attachments = outcome.waiting
      progress(report.events)
    }
    while let line = try lines() {
      let part: ExportReader.Part
      do {
        part = try reader.read(line)
      } catch {
        try flush()
        throw error
      }
      switch part {
      case .opening, .unknown: break
      case .attachment(let attachment): try batch.add(attachment, line: reader.number)
      case .event(let event):
        try batch.add(event, line: reader.number)
        report.events += 1
        if batch.isFull { try flush() }
      case .end: try flush()
      }
    }
    try flush()
    guard let ending = reader.ending, ending.events == report.events else {
      throw LedgerTrouble(
        .damaged,
        "The export ends early, after \(report.events) event(s): what it held was taken. Get the whole file and import "
          + "it again.")
    }
    report.chains = ending.chains
    try check(reader.heads, &report)
    return report
  }

  /// A chain that the export held whole must be here whole, up to the head that it names.
  private func check(_ heads: [ExportedHead], _ report: inout ImportReport) throws {
    for chain in report.chains {
      guard let head = heads.first(where: { $0.node == chain.node }) else { continue }
      let id = EventID(node: head.node, sequence: head.sequence)
      let (here, count) = try read { (try $0.hash(of: id), try $0.countEvents(of: id)) }
      let isHere = here.map { Chain.hexadecimal($0) == head.hash } ?? false
      if chain.isWhole, !isHere {
        throw LedgerTrouble(
          .damaged, "The export says that the chain of \(head.node) ends with \(id), but it ends with another event.")
      }
      if isHere, count == head.sequence { report.whole.append(chain.node) }
    }
  }
}

extension Reading {
  /// How many events of a node are here up to this one.
  fileprivate final func countEvents(of id: EventID) throws -> Int64 {
    try Query(database, "SELECT count(*) FROM event WHERE node = ? AND sequence <= ?").bind(1, id.node)
      .bind(2, id.sequence).first { $0.integer(0) } ?? 0
  }
}
