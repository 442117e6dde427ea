import EventLog
import Testing

@testable import Ledger

@Suite struct ReceiveTests {
  private static func chain() -> ChainBuilder {
    var builder = ChainBuilder("aa")
    for number in 1...4 { builder.add(Counted(by: Int64(number)), stamp: Int64(number)) }
    return builder
  }

  @Test func whatIsHereAlreadyWritesNothing() throws {
    let ledger = try TemporaryStore().open()
    let links = Self.chain().links
    #expect(try ledger.writeAndWait { try $0.receive(links + links) } == 4)
    #expect(try ledger.writeAndWait { try $0.receive(links) } == 0)
    #expect(try ledger.position == 4)
    #expect(try ledger.read { try $0.heads().map(\.id) } == [EventID(node: "aa", sequence: 4)])
  }

  enum Forgery: CaseIterable { case payload, kind, hash, link, fork }

  @Test(arguments: Forgery.allCases) func whatIsNotWhatItsHashSaysIsRefusedWhole(forgery: Forgery) throws {
    let ledger = try TemporaryStore().open()
    var links = Self.chain().links
    switch forgery {
    case .payload: links[1].event.payload = "{\"by\":9}"
    case .kind: links[1].event.kind = "tally.named"
    case .hash: links[1].hash[0] ^= 1
    case .link:
      var other = ChainBuilder("aa")
      for number in 1...4 { other.add(Counted(by: Int64(number) + 50), stamp: Int64(number)) }
      links[2] = other.links[2]
    case .fork:
      var other = ChainBuilder("aa")
      other.add(Counted(by: 77), stamp: 1)
      links.append(other.links[0])
    }
    let forged = links
    let trouble = #expect(throws: LedgerTrouble.self) { try ledger.writeAndWait { try $0.receive(forged) } }
    #expect(trouble?.code == .damaged)
    #expect(trouble?.message.contains("aa-") == true)
    #expect(try ledger.position == 0)
  }

  @Test func aHoleIsFilledLaterAndUntilThenNamed() throws {
    let ledger = try TemporaryStore().open()
    let links = Self.chain().links
    _ = try ledger.writeAndWait { try $0.receive([links[0], links[3], links[2]]) }
    let verified = try ledger.verify()
    #expect(verified.gaps == [.init(node: "aa", range: 2...2)] && verified.isSound)
    _ = try ledger.writeAndWait { try $0.receive([links[1]]) }
    #expect(try ledger.verify().isSound)
    #expect(try ledger.verify().gaps.isEmpty)
  }

  @Test func anUnknownKindAndAnUnknownRoomAreKeptAndShownAsText() throws {
    struct Future: EventPayload {
      static let kind = "tally.transmuted"
      var into: String
    }
    let ledger = try TemporaryStore().open()
    var builder = ChainBuilder("aa")
    builder.add(Future(into: "gold"), stamp: 1)
    builder.add(Future(into: "lead"), StreamID("weather", "x"), stamp: 2)
    let links = builder.links
    _ = try ledger.writeAndWait { try $0.receive(links) }
    #expect(try ledger.read { try $0.search("gold").map(\.text) } == ["tally.transmuted {\"into\":\"gold\"}"])
    #expect(try ledger.read { try $0.search("lead").count } == 1)
    #expect(try ledger.read { try $0.events(after: 0, limit: 10).map(\.link) } == links)
  }
}
