import EventLog
import Testing

@testable import Ledger

@Suite struct OrderTests {
  /// Events of three nodes on two streams, with corrections of corrections, retractions and a redaction.
  private static func story(_ random: inout some RandomNumberGenerator) -> (
    links: [ChainedEvent], blanks: [ChainedEvent]
  ) {
    var builders = ["aa", "bb", "cc"].map(ChainBuilder.init)
    var blanks: [ChainedEvent] = []
    var originals: [(id: EventID, stream: StreamID, isCounted: Bool)] = []
    var clock: Int64 = 1_000
    for number in 0..<30 {
      clock += Int64.random(in: 0...3, using: &random)
      let place = Int.random(in: 0..<3, using: &random)
      let stream: StreamID = Bool.random(using: &random) ? .one : .two
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3:
        originals.append((builders[place].add(Counted(by: Int64(number)), stream, stamp: clock), stream, true))
      case 3..<6:
        originals.append((builders[place].add(Named(name: "name\(number)"), stream, stamp: clock), stream, false))
      case 6..<9:
        guard let target = originals.randomElement(using: &random) else { continue }
        // The correction may carry a stamp before its original's: a forged or broken clock changes nothing.
        let stamp = clock - (Bool.random(using: &random) ? 0 : 20)
        let fields: [String: JSONValue] =
          target.isCounted ? ["by": .integer(Int64(number) * 100)] : ["name": .string("corrected\(number)")]
        let body = EventCorrected(fields: Bool.random(using: &random) ? fields : nil, reason: "slip")
        let id = builders[place].add(body, target.stream, stamp: stamp, supersedes: target.id)
        originals.append((id, target.stream, target.isCounted))
      default:
        let due = Instant(milliseconds: clock + 1_000)
        builders[place].add(DeadlineSet("update", dueAt: due, rule: "every second"), stream, stamp: clock)
      }
    }
    if let target = originals.randomElement(using: &random),
      let home = builders.first(where: { $0.node == target.id.node })
    {
      blanks.append(home.blank(target.id))
      let replacement = EventRedacted.Replacement(target: target.id, payload: "{}")
      builders[0].add(EventRedacted(replacements: [replacement], reason: "secret"), target.stream, stamp: clock + 1)
    }
    return (builders.flatMap(\.links), blanks)
  }

  @Test(arguments: 0..<12) func anyOrderAndAnyDuplicatesGiveTheSameState(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1)
    let story = Self.story(&random)
    var dumps: [[[String]]] = []
    for delivery in 0..<4 {
      let store = try TemporaryStore()
      let ledger = try store.open()
      var links = story.links
      if delivery > 0 {
        links += links.shuffled(using: &random).prefix(10)
        links.shuffle(using: &random)
        // Some files have seen the redaction before they pass the event on.
        links = links.map { link in
          let blank = story.blanks.first { $0.event.id == link.event.id }
          return Bool.random(using: &random) ? blank ?? link : link
        }
      }
      var rest = links[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(Int.random(in: 1...5, using: &random)))
        rest = rest.dropFirst(batch.count)
        _ = try ledger.writeAndWait { try $0.receive(batch) }
      }
      let before = try ledger.projectionTables.map { try ledger.dump(table: $0) }
      let found = try ledger.read { try Set($0.search("name corrected").map(\.id)) }
      try ledger.rebuild()
      #expect(try ledger.projectionTables.map { try ledger.dump(table: $0) } == before)
      #expect(try ledger.read { try Set($0.search("name corrected").map(\.id)) } == found)
      #expect(try ledger.verify().damage == [])
      dumps.append(before)
    }
    #expect(dumps.allSatisfy { $0 == dumps[0] })
  }

  @Test func aLocalStampExceedsEveryStampOfTheFile() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    var elsewhere = ChainBuilder("zz")
    let ahead = store.now.milliseconds + 3_600_000
    elsewhere.add(Counted(by: 1), stamp: ahead)
    let links = elsewhere.links
    _ = try ledger.writeAndWait { try $0.receive(links) }
    let event = try ledger.add(.counted(5))[0]
    #expect(event.stamp > links[0].event.stamp)
    #expect(event.recordedAt == store.now)
    store.advance(.minutes(-10))
    let later = try ledger.add(.counted(6))[0]
    #expect(later.stamp > event.stamp)
    #expect(later.recordedAt < event.recordedAt)
    let stats = try ledger.stats()
    #expect(stats.isClockAhead)
    #expect(stats.clockLead == .minutes(70))
  }

  @Test func ofTwoNodesEventsTheStampDecides() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    var first = ChainBuilder("aa")
    var second = ChainBuilder("bb")
    first.add(Named(name: "late"), stamp: 20)
    second.add(Named(name: "early"), stamp: 10)
    for link in first.links + second.links { _ = try ledger.writeAndWait { try $0.receive([link]) } }
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.trail } == ["early", "late"])
    #expect(try ledger.read { try $0.hasSeveralNodes() })
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
