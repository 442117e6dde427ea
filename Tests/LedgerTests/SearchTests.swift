import EventLog
import Testing

@testable import Ledger

@Suite struct SearchTests {
  private func open() throws -> Ledger {
    var options = LedgerOptions()
    options.searchPart = 16
    return try TemporaryStore().open(options: options)
  }

  @Test func newestFirstThroughEveryPartByACursor() throws {
    let ledger = try open()
    for number in 0..<100 { try ledger.add(.named(number % 2 == 0 ? "even word\(number)" : "odd word\(number)")) }
    var found: [Int64] = []
    var cursor: Int64?
    while true {
      let page = try ledger.read { [cursor] in try $0.search("ev", before: cursor, limit: 7) }
      found += page.map(\.position)
      guard page.count == 7 else { break }
      cursor = page.last?.position
    }
    #expect(found == stride(from: Int64(99), through: 1, by: -2).map { $0 })
    #expect(try ledger.read { try $0.search("word42").map(\.text) } == ["even word42"])
    try ledger.rebuild()
    #expect(try ledger.read { try $0.search("ev", limit: 500).map(\.position) } == found)
    try ledger.add(.named("even again"))
    #expect(try ledger.read { try $0.search("even", limit: 1).map(\.text) } == ["even again"])
  }

  @Test(arguments: [
    ("checkout", ["b", "a"]), ("CHECK latency", ["a"]), ("latency check", ["a"]), ("zażółć", ["c"]), ("zazołc", ["c"]),
    ("api-7", ["b"]), ("\"no", []), ("a-b", []), ("NEAR(", []), ("* OR", ["d"]), ("'; DROP", []), ("", []), ("---", []),
    ("(checkout)", ["b", "a"]), ("error: 500", ["d"]), ("col:checkout", []), ("💥", []), ("5%", ["d"]),
  ])
  func everythingAPersonTypesIsWords(words: String, found: [String]) throws {
    let ledger = try open()
    let texts = ["a": "Checkout latency", "b": "checkout on api-7", "c": "Zażółć gęślą", "d": "error 500 or 5%"]
    for name in ["a", "b", "c", "d"] {
      try ledger.add(.named(texts[name] ?? ""))
    }
    let hits = try ledger.read { try $0.search(words) }
    #expect(hits.map { hit in texts.first { $0.value == hit.text }?.key ?? "" } == found)
  }

  @Test func aRebuildBrokenOffIsTakenUpByTheNext() throws {
    let ledger = try open()
    for number in 0..<40 { try ledger.add(.named("w\(number)")) }
    try ledger.writeAndWait { try SearchIndex($0).empty() }
    _ = try ledger.writeAndWait { try SearchIndex($0).fillSlice(of: 3) }
    #expect(try ledger.read { try $0.search("w", limit: 100).count } == 3)
    // What is written meanwhile, and what is corrected in the filled and the empty part, comes in once.
    let event = try ledger.add(.named("w40"))[0]
    for sequence in [1, 30] as [Int64] {
      try ledger.add(
        Draft(
          EventCorrected(fields: ["name": .string("v\(sequence)")], reason: "slip"), stream: .one,
          happenedAt: event.happenedAt, supersedes: EventID(node: event.id.node, sequence: sequence)))
    }
    while try ledger.writeAndWait({ try SearchIndex($0).fillSlice(of: 3) }) {}
    #expect(try ledger.read { try $0.search("w", limit: 100).count } == 39)
    #expect(try ledger.read { try $0.search("v", limit: 100).count } == 2)
    #expect(try ledger.read { try $0.search("w40", limit: 100).count } == 1)
  }
}
