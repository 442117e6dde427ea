import EventLog
import GRDB
import TestSupport
import Testing

@testable import Ledger

@Suite struct ExchangeTests {
  /// An export as lines in memory.
  private func export(_ ledger: Ledger, _ scope: ExportScope = .everything) throws -> (
    lines: [String], report: ExportReport
  ) {
    var lines: [String] = []
    let report = try ledger.export(scope, line: { lines.append($0) })
    return (lines, report)
  }

  @discardableResult
  private func take(_ lines: [String], into ledger: Ledger) throws -> ImportReport {
    var rest = lines[...]
    return try ledger.importing { rest.popFirst() }
  }

  private func events(_ ledger: Ledger) throws -> [ChainedEvent] {
    try ledger.read { try $0.events(after: 0, limit: 100_000) }.map(\.link).sorted { $0.event.id < $1.event.id }
  }

  /// Entries, a correction, an attachment, a redaction.
  private func full(_ store: TemporaryStore) throws -> Ledger {
    let ledger = try store.open()
    for number in 1...250 { try ledger.add(.named("n\(number)", number.isMultiple(of: 2) ? .one : .two)) }
    try ledger.writeAndWait { transaction in
      var draft = Draft.named("with a file")
      draft.evidence = [
        try transaction.attach(Array("log line\u{202e}".utf8), mediaType: "text/plain"), "https://x.example",
      ]
      draft.zone = "Europe/Berlin"
      draft.endedAt = Instant(milliseconds: 5)
      _ = try transaction.append([draft], actor: machine)
    }
    let wrong = try ledger.add(.named("secret"))[0]
    var correction = Draft(
      EventCorrected(fields: ["name": .string("better")], reason: "typing"), stream: .one, incident: .one,
      happenedAt: .init(milliseconds: 9))
    correction.supersedes = try ledger.add(.named("worse"))[0].id
    try ledger.add(correction)
    _ = try ledger.redact(wrong.id, reason: "a password", actor: someone)
    return ledger
  }

  @Test func everythingArrivesWithItsIdsStampsHashesAndAttachments() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try full(here)
    let (lines, report) = try export(ledger)
    #expect(report.isWhole && report.events == lines.count - 3 && report.attachments == 1)
    #expect(report.heads == (try ledger.read { try $0.heads() }))
    let other = try there.open()
    let taken = try take(lines, into: other)
    #expect(taken.taken == report.events && taken.attachments == 1 && taken.whole == [ledger.node])
    #expect(taken.partial.isEmpty && !taken.isRenamed)
    #expect(try events(other) == events(ledger))
    for table in ledger.projectionTables {
      #expect(try other.dump(table: table) == ledger.dump(table: table), "\(table)")
    }
    #expect(try other.verify().isSound)
    #expect(try other.verify().redactions == 1)
    #expect(other.node != ledger.node)
  }

  @Test func takenTwiceItChangesNothing() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let (lines, report) = try export(try full(here))
    let other = try there.open()
    try take(lines, into: other)
    let position = try other.position
    let again = try take(lines, into: other)
    #expect(again.taken == 0 && again.attachments == 0 && again.events == report.events)
    #expect(try other.position == position)
    // A file that takes in its own export does not change either.
    let own = try here.open()
    let before = try own.position
    #expect(try take(lines, into: own).taken == 0)
    #expect(try own.position == before)
    #expect(try own.read { try $0.heads().map(\.id.node) } == [own.node])
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func inAnyOrderItLeadsToTheSame(seed: UInt64) throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try full(here)
    let (lines, _) = try export(ledger)
    var numbers = SeededNumbers(seed: seed)
    let middle = lines[1..<lines.count - 1].shuffled(using: &numbers)
    let other = try there.open()
    try take([lines[0]] + middle + [lines[lines.count - 1]], into: other)
    #expect(try events(other) == events(ledger))
    for table in ledger.projectionTables {
      #expect(try other.dump(table: table) == ledger.dump(table: table), "\(table)")
    }
    #expect(try other.verify().isSound)
  }

  @Test func aPartSaysThatItIsOneAndProvesNoMore() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try here.open()
    try ledger.add(.named("a", .one), .named("b", .two))
    here.advance(.minutes(10))
    try ledger.add(.named("c", .one), .named("d", .two))
    let (lines, report) = try export(ledger, .incident(.two))
    #expect(report.events == 2 && !report.isWhole && report.proof.contains("a part"))
    #expect(report.chains == [ExportedChain(node: ledger.node, events: 2, first: 2, last: 4, isWhole: false)])
    #expect(report.heads.map(\.id.sequence) == [4])
    let other = try there.open()
    let taken = try take(lines, into: other)
    #expect(taken.taken == 2 && taken.partial == [ledger.node])
    let verified = try other.verify()
    #expect(verified.isSound)
    #expect(verified.gaps == [.init(node: ledger.node, range: 1...1), .init(node: ledger.node, range: 3...3)])
    // What comes later closes the gaps.
    try take(try export(ledger).lines, into: other)
    #expect(try other.verify().gaps.isEmpty)
    #expect(try other.verify().isSound)
  }

  @Test func aPeriodHoldsWhatWasRecordedInIt() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    for name in ["a", "b", "c"] {
      try ledger.add(.named(name))
      store.advance(.minutes(1))
    }
    let start = store.now - .minutes(3)
    func held(from: Instant?, to: Instant?) throws -> [Int64] {
      try export(ledger, .recorded(from: from, to: to)).report.chains.map { $0.first * 10 + $0.last }
    }
    #expect(try held(from: nil, to: nil) == [13])
    #expect(try held(from: start + .minutes(1), to: nil) == [23])
    #expect(try held(from: start, to: start + .minutes(2)) == [12])
    #expect(try held(from: store.now, to: nil) == [])
  }

  @Test func aPeriodBeforeARedactionHasTheRedactionWithIt() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try here.open()
    let event = try ledger.add(.named("secret"))[0]
    here.advance(.hours(1))
    _ = try ledger.redact(event.id, reason: "r", actor: someone)
    let (lines, report) = try export(ledger, .recorded(from: nil, to: here.now))
    #expect(report.events == 2)
    let other = try there.open()
    try take(lines, into: other)
    #expect(try other.verify().isSound)
    #expect(try other.verify().redactions == 1)
  }

  @Test func whatWasTakenInAndIsGoneIsDamage() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try here.open()
    for number in 1...6 { try ledger.add(.named("n\(number)")) }
    let other = try there.open()
    try take(try export(ledger).lines, into: other)
    other.close()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let raw = try DatabaseQueue(path: there.path, configuration: configuration)
    try raw.write {
      try $0.execute(sql: VerifyTests.unlock + "DELETE FROM entry; DELETE FROM event WHERE sequence = 3")
    }
    try raw.close()
    let report = try there.open().verify()
    #expect(report.damage.map(\.kind) == [.removed] && report.gaps.isEmpty)
    #expect(report.damage.map(\.event) == [EventID(node: ledger.node, sequence: 3)])
  }

  enum Fault: CaseIterable { case cutOff, changedPayload, changedAttachment, garbage, newer, noExport, wrongHead }

  @Test(arguments: Fault.allCases) func aFaultIsNamedAndWhatCameBeforeStays(fault: Fault) throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    var lines = try export(try full(here)).lines
    var code = LedgerTrouble.Code.damaged
    switch fault {
    case .cutOff: lines.removeLast(2)
    case .changedPayload: lines[200] = lines[200].replacing(#"\"name\":\"n"#, with: #"\"name\":\"m"#)
    case .changedAttachment:
      let place = try #require(lines.firstIndex { $0.contains(#""attachment""#) })
      lines[place] = lines[place].replacing(#""bytes":"bG"#, with: #""bytes":"bH"#)
    case .garbage: lines[200] = "{"
    case .newer:
      lines[0] = lines[0].replacing(#""format":1"#, with: #""format":2"#)
      code = .newerSchema
    case .noExport: lines[0] = #"{"heads":[]}"#
    case .wrongHead: lines[0] = lines[0].replacing(#""hash":""#, with: #""hash":"00"#)
    }
    let other = try there.open()
    let trouble = #expect(throws: LedgerTrouble.self) { try take(lines, into: other) }
    #expect(trouble?.code == code)
    #expect(trouble?.message.hasSuffix(".") == true)
    let position = try other.position
    #expect([.newer, .noExport].contains(fault) ? position == 0 : position >= 100)
    #expect(try other.verify().damage.allSatisfy { [.attachment, .textMissing].contains($0.kind) })
  }

  @Test func twoFilesThatRecordedTheSameDueEventApartBothKeepIt() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let (ledger, other) = (try here.open(), try there.open())
    var draft = Draft.named("healed")
    draft.occasion = "incident:one|self_heal|1"
    let due = draft
    try ledger.add(due)
    try other.add(due)
    try take(try export(ledger).lines, into: other)
    #expect(try events(other).count == 2)
    #expect(throws: LedgerTrouble.self) { try other.add(due) }
    // What came from elsewhere has happened, too.
    var second = due
    second.occasion = "incident:one|self_heal|2"
    let later = second
    try ledger.add(later)
    try take(try export(ledger).lines, into: other)
    let trouble = #expect(throws: LedgerTrouble.self) { try other.add(later) }
    #expect(trouble?.code == .occasionTaken)
  }

  /// A file that was set back under its own name meets what it had written.
  @Test func aFileThatWasSetBackGoesOnUnderANewName() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.add(.named("a"))
    ledger.close()
    let early = store.folder + "/early.db"
    try copyFile(store.path, early)
    let later = try store.open()
    try later.add(.named("b"), .named("c"))
    let lines = try export(later).lines
    let all = try events(later)
    later.close()
    // The same inode with the older content.
    try overwrite(store.path, with: early)
    let back = try store.open()
    #expect(back.node == ledger.node)
    let report = try take(lines, into: back)
    #expect(report.taken == 2 && report.isRenamed)
    let event = try back.add(.named("d"))[0]
    #expect(event.id.node != ledger.node)
    #expect(try back.verify().isSound)
    #expect(Set(try events(back)).isSuperset(of: all))
    // Where it went on before, there are two histories of one name, and the other is refused.
    back.close()
    try overwrite(store.path, with: early)
    let forked = try store.open()
    try forked.add(.named("other"))
    #expect(throws: LedgerTrouble.self) { try take(lines, into: forked) }
    #expect(try forked.add(.named("on"))[0].id.node == ledger.node)
    #expect(try forked.verify().isSound)
  }

  @Test func anAttachmentThatWasRedactedHereDoesNotComeBack() throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try here.open()
    let event = try ledger.writeAndWait { transaction in
      var draft = Draft.named("x")
      draft.evidence = [try transaction.attach([1, 2, 3], mediaType: "text/plain")]
      return try transaction.append([draft], actor: someone)[0]
    }
    let other = try there.open()
    let before = try export(ledger).lines
    try take(before, into: other)
    _ = try ledger.redact(event.id, reason: "r", actor: someone)
    #expect(try take(before, into: ledger).attachments == 0)
    #expect(try ledger.stats().attachments == 0)
    #expect(try ledger.verify().isSound)
  }

  @Test func othersWriteBetweenItsBatches() async throws {
    let (here, there) = (try TemporaryStore(), try TemporaryStore())
    let ledger = try here.open()
    for number in 1...30 {
      try ledger.writeAndWait { transaction in
        _ = try transaction.append((1...100).map { .named("n\(number).\($0)") }, actor: someone)
      }
    }
    let lines = try export(ledger).lines
    let other = try there.open()
    var places: [Int64] = []
    var rest = lines[...]
    _ = try other.importing({ rest.popFirst() }) { count in
      // Told after each batch: a person's own line goes in between.
      if count.isMultiple(of: 1_000), let event = try? other.add(.named("mine"))[0] {
        places.append((try? other.read { try $0.event(event.id)?.position }) ?? 0)
      }
    }
    #expect(places.count == 3)
    #expect(places == places.sorted() && (places.last ?? 0) < Int64(lines.count + 3))
  }
}
