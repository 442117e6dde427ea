import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct SealTests {
  private func seals(_ ledger: Ledger) throws -> [LogSealed] {
    try ledger.read { try $0.events(stream: LogSealed.stream) }.compactMap { $0.decoded(LogSealed.self) }
  }

  private func sealPastDays(_ ledger: Ledger) throws { try ledger.writeAndWait { try $0.sealPastDays() } }

  @Test func aSealCarriesAllKnownHeads() throws {
    let ledger = try TemporaryStore().open()
    var chain = ChainBuilder("aa")
    for number in 1...3 { chain.add(Counted(by: Int64(number)), stamp: Int64(number)) }
    let links = chain.links
    _ = try ledger.writeAndWait { try $0.receive(links) }
    try ledger.add(.counted(1), .counted(2))
    let heads = try ledger.read { try $0.heads() }
    try ledger.writeAndWait { try $0.seal(.close) }
    let seal = try #require(try seals(ledger).first)
    #expect(seal.occasion == .close)
    #expect(seal.heads.map(\.event) == heads.map(\.id) && seal.heads.count == 2)
    #expect(seal.heads.map(\.hash) == heads.map { Chain.hexadecimal($0.hash) })
  }

  @Test func itCountsWhatItsOwnCommandWrote() throws {
    let ledger = try TemporaryStore().open()
    try ledger.writeAndWait { transaction in
      let events = try transaction.append([.counted(1)], actor: someone)
      try transaction.seal(.close, cause: events[0].id)
    }
    #expect(try seals(ledger).first?.heads.map(\.event.sequence) == [1])
    #expect(try ledger.read { try $0.events(stream: LogSealed.stream) }.first?.cause?.sequence == 1)
    #expect(try ledger.verify().sealed == 1)
  }

  @Test func aDayIsSealedOnceAndOnlyWhenItIsOver() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try sealPastDays(ledger)
    #expect(try ledger.position == 0)
    try ledger.add(.counted(1))
    try sealPastDays(ledger)
    #expect(try seals(ledger).isEmpty)
    store.advance(.hours(24))
    try sealPastDays(ledger)
    try sealPastDays(ledger)
    #expect(try seals(ledger).map(\.occasion) == [.daily])
    // Nothing but the seal was written since.
    store.advance(.hours(48))
    try sealPastDays(ledger)
    #expect(try seals(ledger).count == 1)
    try ledger.add(.counted(2))
    store.advance(.hours(24))
    try sealPastDays(ledger)
    #expect(try seals(ledger).count == 2)
  }

  @Test func nobodyCallsASealAnEntry() throws {
    let ledger = try TemporaryStore().open()
    try ledger.add(.counted(1))
    try ledger.writeAndWait { try $0.seal(.close) }
    #expect(try ledger.read { try $0.search("log.sealed") }.isEmpty)
    #expect(try ledger.stats().entries == 1)
  }

  /// Whoever computes a chain anew makes it whole again; a seal in another chain then names other hashes.
  @Test func aChainThatWasComputedAnewIsFoundByTheSealOfAnother() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    var chain = ChainBuilder("aa")
    var forged = ChainBuilder("aa")
    for number in 1...3 {
      chain.add(Counted(by: Int64(number)), stamp: Int64(number))
      forged.add(Counted(by: number == 2 ? 99 : Int64(number)), stamp: Int64(number))
    }
    let links = chain.links
    _ = try ledger.writeAndWait { try $0.receive(links) }
    try ledger.writeAndWait { try $0.seal(.daily) }
    try ledger.writeAndWait { try $0.seal(.daily) }
    try #expect(ledger.verify().isSound)
    ledger.close()
    let raw = try DatabaseQueue(path: store.path)
    try raw.write { database in
      try database.execute(sql: VerifyTests.unlock)
      for link in forged.links {
        try database.execute(
          sql:
            "UPDATE event SET payload = ?, payload_hash = ?, previous_hash = ?, hash = ? WHERE node = 'aa' AND sequence = ?",
          arguments: [
            link.event.payload, Data(link.payloadHash), Data(link.previousHash), Data(link.hash),
            link.event.id.sequence,
          ])
      }
      try database.execute(
        sql: "UPDATE head SET hash = ? WHERE node = 'aa'", arguments: [forged.links.last.map { Data($0.hash) }])
    }
    try raw.close()
    let damage = try store.open().verify().damage
    #expect(damage.map(\.kind) == [.sealed])
    #expect(damage.map(\.event) == [EventID(node: "aa", sequence: 3)])
    #expect(damage.first?.sentence.contains("seal") == true)
  }

  // MARK: Comparing

  @Test func theSameHeadVouchesAndAnotherIsNamed() throws {
    let ledger = try TemporaryStore().open()
    for number in 1...5 { try ledger.add(.counted(Int64(number))) }
    let head = try #require(try ledger.read { try $0.heads() }.first)
    try ledger.add(.counted(6))
    let kept = try #require(HeadText(head.description))
    #expect(try ledger.compare(with: [kept]).isSame)
    #expect(try ledger.compare(with: [try #require(HeadText("\(head.id) \(kept.hash.prefix(12))…"))]).isSame)
    let other = try #require(HeadText("\(head.id):" + String(repeating: "ab", count: 32)))
    let comparison = try ledger.compare(with: [other])
    #expect(comparison.differences == [.init(kind: .changed, event: head.id)])
    let beyond = try #require(HeadText("\(ledger.node)-99 " + String(repeating: "ab", count: 32)))
    #expect(try ledger.compare(with: [beyond, other]).differences.map(\.event) == [head.id])
    #expect(try ledger.compare(with: [beyond]).differences.map(\.kind) == [.missing])
  }

  @Test func ofAnotherFileTheFirstDifferenceOfEachChainIsNamed() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    for number in 1...10 { try ledger.add(.named("n\(number)")) }
    let backup = store.folder + "/backup.db"
    _ = try ledger.backup(to: backup)
    try ledger.add(.named("later"))
    let kept = try store.open(backup, options: LedgerOptions(isReadOnly: true))
    #expect(try ledger.compare(with: kept).isSame)
    #expect(try ledger.compare(with: kept).events == 10)
    // The backup does not have what came later.
    #expect(try kept.compare(with: ledger).differences.map(\.event.sequence) == [11])
    ledger.close()
    let raw = try DatabaseQueue(path: store.path)
    try raw.write {
      try $0.execute(
        sql: VerifyTests.unlock + "UPDATE event SET hash = zeroblob(32) WHERE sequence IN (4, 7)")
    }
    try raw.close()
    let again = try store.open()
    #expect(try again.compare(with: kept).differences.map(\.event.sequence) == [4])
  }

  static let texts: [(text: String, events: [String])] = [
    ("k3f9q2-7 \(String(repeating: "0a", count: 32))", ["k3f9q2-7"]),
    (
      "40 events: the chain is whole.\nhead k3f9q2-7 0123456789abcdef\nhead aa-1 0123456789abcdef\n",
      ["k3f9q2-7", "aa-1"]
    ),
    (#"{"heads": ["k3f9q2-7 0123456789abcdef"]}"#, ["k3f9q2-7"]),
    (#"{"heads": [{"node": "aa", "sequence": 3, "hash": "0123456789ab"}], "version": "1"}"#, ["aa-3"]),
    ("k3f9q2-7 short", []), ("k3f9q2-07 0123456789abcdef", []), ("", []), ("{}", []), ("k3f9q2-7 0123456789ag", []),
  ]

  @Test(arguments: texts) func headsAreReadInEveryFormTheyArePrintedIn(text: String, events: [String]) {
    #expect(HeadText.all(in: text).map(\.event.description) == events)
  }
}
