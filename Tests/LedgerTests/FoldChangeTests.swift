import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

/// A file meets the folds of another version of the program.
@Suite struct FoldChangeTests {
  /// The same room, a version later: it counts twice as fast, and has another column before the one that it kept.
  private enum Tomorrow: Folding {
    typealias State = Tally.State
    static let streamKind = "incident"
    static let version = 2
    static var payloads: [any EventPayload.Type] { Tally.payloads }
    static let tables = [
      TableSpec(
        "tally", columns: [.integer("trail"), .integer("total"), .optionalText("name")], urgent: "name = 'open'"),
      TableSpec("tally_name", columns: [.text("name"), .integer("place")], key: ["name"]), Deadline.table,
    ]
    static func initial(_ stream: StreamID) -> State { State(stream: stream) }
    static func apply(_ event: Event, to state: inout State) {
      if let counted = event.decoded(Counted.self) { state.total += 2 * counted.by }
      if let named = event.decoded(Named.self) { state.trail.append(named.name) }
    }
    static func rows(_ state: State) -> [TableRow] {
      [TableRow("tally", [.integer(Int64(state.trail.count)), .integer(state.total), .text(state.trail.last)])]
    }
    static func text(of event: Event) -> String? { event.decoded(Counted.self).map { "twice \($0.by)" } }
  }

  /// A version later again: a column is gone and another is of another type.
  private enum DayAfter: Folding {
    typealias State = Tally.State
    static let streamKind = "incident"
    static let version = 3
    static var payloads: [any EventPayload.Type] { Tally.payloads }
    static let tables = [TableSpec("tally", columns: [.integer("total"), .text("trail")], indexes: [.init("trail")])]
    static func initial(_ stream: StreamID) -> State { State(stream: stream) }
    static func apply(_ event: Event, to state: inout State) { Tomorrow.apply(event, to: &state) }
    static func rows(_ state: State) -> [TableRow] {
      [TableRow("tally", [.integer(state.total), .text("t\(state.trail.count)")])]
    }
    static func text(of event: Event) -> String? { nil }
  }

  private static let tomorrow = [FoldDescription(Tomorrow.self)]

  private func lazily() -> LedgerOptions {
    var options = LedgerOptions()
    options.refoldsInBackground = false
    return options
  }

  private func stream(_ number: Int) -> StreamID { StreamID("incident", "s\(number)") }

  /// So many streams, each counted up by its number; some are still going on.
  private func past(_ store: TemporaryStore, _ count: Int = 600, open: Set<Int> = [3, 7]) throws {
    let ledger = try store.open()
    for start in stride(from: 1, through: count, by: 100) {
      try ledger.writeAndWait { [self] transaction in
        for number in start..<min(start + 100, count + 1) {
          var drafts = [Draft.counted(Int64(number), stream(number))]
          if open.contains(number) { drafts.append(.named("open", stream(number))) }
          _ = try transaction.append(drafts, actor: someone)
        }
      }
    }
    ledger.close()
  }

  private func isFolded(_ number: Int, _ ledger: Ledger) throws -> Bool {
    let rows = try ledger.read {
      try $0.list(ListQuery("tally", filters: [.stream(self.stream(number))], columns: ["total"]))
    }
    return rows.first?["total"] == .integer(Int64(2 * number))
  }

  @Test func whatIsGoingOnIsFoldedAtOnceAndTheRestWhenThereIsTime() throws {
    let store = try TemporaryStore()
    try past(store)
    let ledger = try store.open(folds: Self.tomorrow, options: lazily())
    for number in [3, 7, 600, 450] { #expect(try isFolded(number, ledger), "\(number)") }
    #expect(try !isFolded(100, ledger))
    #expect(try ledger.read { try $0.staleKinds() } == ["incident"])
    // Nothing is missing meanwhile: rows stand as they were, states are folded as they are read.
    #expect(try ledger.read { try $0.count(table: "tally") } == 600)
    #expect(try ledger.read { try $0.state(Tomorrow.self, self.stream(100))?.total } == 200)
    while try ledger.writeAndWait({ try StaleSlice($0).run() }) {}
    #expect(try ledger.read { try $0.staleKinds() }.isEmpty)
    for number in 1...600 { #expect(try isFolded(number, ledger)) }
    #expect(try ledger.read { try $0.search("counted").isEmpty })
    #expect(try ledger.verify().isSound)
  }

  @Test func itComesToWhatARebuildComesTo() throws {
    let store = try TemporaryStore()
    try past(store, 300)
    let ledger = try store.open(folds: Self.tomorrow, options: lazily())
    try ledger.add(.counted(5, stream(9)), .named("late", stream(301)))
    while try ledger.writeAndWait({ try StaleSlice($0).run() }) {}
    let folded = try ledger.projectionTables.map { try ledger.dump(table: $0) }
    try ledger.rebuild()
    #expect(try ledger.projectionTables.map { try ledger.dump(table: $0) } == folded)
  }

  @Test func whatIsTouchedIsFoldedThen() throws {
    let store = try TemporaryStore()
    try past(store)
    let ledger = try store.open(folds: Self.tomorrow, options: lazily())
    #expect(try !isFolded(50, ledger))
    try ledger.add(.named("again", stream(50)))
    #expect(try isFolded(50, ledger))
    #expect(try !isFolded(51, ledger))
  }

  @Test func theWorkGoesOnWhereItEndedAndEndsByItself() throws {
    let store = try TemporaryStore()
    try past(store, 2_000)
    let first = try store.open(folds: Self.tomorrow, options: lazily())
    _ = try first.writeAndWait { try StaleSlice($0).run() }
    let done = try first.read { try $0.database.integer("SELECT min(below) FROM stale_fold") }
    first.close()
    let second = try store.open(folds: Self.tomorrow, options: lazily())
    #expect(try second.read { try $0.database.integer("SELECT min(below) FROM stale_fold") } == done)
    second.close()
    let third = try store.open(folds: Self.tomorrow)
    while try !third.read({ try $0.staleKinds() }).isEmpty { try third.writeAndWait { _ in } }
    #expect(try isFolded(1, third))
    // Closing in the middle waits for a slice, not for all.
    third.close()
  }

  @Test func tablesTakeTheirNewShapeWithTheirRows() throws {
    let store = try TemporaryStore()
    try past(store, 500)
    try store.open(folds: Self.tomorrow, options: lazily()).close()
    let ledger = try store.open(folds: [FoldDescription(DayAfter.self)], options: lazily())
    #expect(try ledger.read { try $0.count(table: "tally") } == 500)
    #expect(try ledger.read { try $0.count(table: "tally", filters: [.equals("trail", .text("t1"))]) } == 0)
    let tables = try ledger.read {
      try Query($0.database, "SELECT name FROM sqlite_master WHERE type IN ('table', 'index')").all { $0.text(0) }
    }
    #expect(tables.contains("tally_1") && !tables.contains("tally_name") && !tables.contains("tally before"))
    while try ledger.writeAndWait({ try StaleSlice($0).run() }) {}
    #expect(try ledger.read { try $0.count(table: "tally", filters: [.equals("trail", .text("t1"))]) } == 2)
    let before = try ledger.dump(table: "tally")
    try ledger.rebuild()
    #expect(try ledger.dump(table: "tally") == before)
  }

  @Test func aProcessOlderThanTheFileReadsAndMayNotCommand() throws {
    let store = try TemporaryStore()
    try past(store, 20)
    _ = try store.open(folds: Self.tomorrow)
    let older = try store.open()
    #expect(older.isNewer && older.isReadOnly)
    #expect(try older.read { try $0.state(Tally.self, self.stream(7))?.total } == 7)
    let trouble = #expect(throws: LedgerTrouble.self) { try older.add(.counted(1)) }
    #expect(trouble?.code == .newerSchema)
    #expect(trouble?.message.contains("A newer Sitrep has this file: restart") == true)
  }

  @Test func soDoesOneThatWasOpenBefore() throws {
    let store = try TemporaryStore()
    let older = try store.open()
    try older.add(.counted(1, stream(1)))
    let newer = try store.open(folds: Self.tomorrow)
    let trouble = #expect(throws: LedgerTrouble.self) { try older.add(.counted(2, stream(1))) }
    #expect(trouble?.code == .newerSchema)
    #expect(try older.position == 1)
    #expect(try older.read { try $0.state(Tally.self, self.stream(1))?.total } == 1)
    try newer.add(.counted(3, stream(1)))
    #expect(try newer.read { try $0.state(Tomorrow.self, self.stream(1))?.total } == 8)
  }

  @Test func aRoomThatIsNotKnownMakesTheFileANewerOne() throws {
    let store = try TemporaryStore()
    try past(store, 3)
    #expect(try store.open(folds: []).isNewer)
    #expect(try !store.open().isNewer)
  }

  @Test func readingOnlyNeedsNoFoldingWhereTheTablesAreTheSame() throws {
    enum SameTables: Folding {
      typealias State = Tally.State
      static let streamKind = "incident"
      static let version = 2
      static var payloads: [any EventPayload.Type] { Tally.payloads }
      static var tables: [TableSpec] { Tally.tables }
      static func initial(_ stream: StreamID) -> State { State(stream: stream) }
      static func apply(_ event: Event, to state: inout State) { Tomorrow.apply(event, to: &state) }
      static func rows(_ state: State) -> [TableRow] { Tally.rows(state) }
      static func text(of event: Event) -> String? { nil }
    }
    let store = try TemporaryStore()
    try past(store, 20)
    let reading = LedgerOptions(isReadOnly: true)
    let ledger = try store.open(folds: [FoldDescription(SameTables.self)], options: reading)
    #expect(try ledger.read { try $0.state(SameTables.self, self.stream(9))?.total } == 18)
    ledger.close()
    let trouble = #expect(throws: LedgerTrouble.self) { try store.open(folds: Self.tomorrow, options: reading) }
    #expect(trouble?.code == .readOnly)
  }

  @Test func aFileOfAnOlderSchemaIsBroughtUpOnce() throws {
    let store = try TemporaryStore()
    try past(store, 3)
    let raw = try DatabaseQueue(path: store.path)
    try raw.write {
      try $0.execute(
        sql: """
          DROP TABLE received; DROP TABLE stale_fold; DROP TABLE outbox_hold; DROP INDEX event_occasion;
          DROP TABLE lease; DROP TABLE outbox; CREATE TABLE outbox(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
          CREATE UNIQUE INDEX event_occasion ON event(occasion) WHERE occasion IS NOT NULL; PRAGMA user_version = 1000;
          """)
    }
    try raw.close()
    let trouble = #expect(throws: LedgerTrouble.self) { try store.open(options: LedgerOptions(isReadOnly: true)) }
    #expect(trouble?.code == .readOnly)
    let ledger = try store.open()
    #expect(try ledger.stats().schema == Int(Schema.version))
    #expect(try ledger.verify().isSound)
    #expect(try ledger.read { try $0.outboxHold() } == nil)
    #expect(try ledger.writeAndWait { try $0.post(.sample("a")) })
    try ledger.add(.counted(1))
  }

  @Test func lettersOfAnOlderSchemaAreKept() throws {
    let store = try TemporaryStore()
    let before = try store.open()
    _ = try before.writeAndWait { try $0.post(.sample("a")) }
    before.close()
    let raw = try DatabaseQueue(path: store.path)
    try raw.write { database in
      // A table as it was, of which letters could be everything but withdrawn.
      let now = try String.fetchOne(database, sql: "SELECT sql FROM sqlite_master WHERE name = 'outbox'") ?? ""
      let then = now.replacingOccurrences(of: ", 'withdrawn'", with: "")
      #expect(then != now)
      try database.execute(
        sql: "CREATE TEMP TABLE kept AS SELECT * FROM outbox; DROP TABLE outbox; \(then);"
          + "INSERT INTO outbox SELECT * FROM kept; PRAGMA user_version = 1002")
    }
    try raw.close()
    let ledger = try store.open()
    let letter = try #require(try ledger.read { try $0.letters([.waiting], limit: 2) }.first)
    #expect(letter.letter.key == "a" && letter.id == 1)
    #expect(try ledger.writeAndWait { try $0.withdraw(1, because: "no") }?.state == .withdrawn)
    #expect(try ledger.writeAndWait { try !$0.post(.sample("a")) })
  }
}
