import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct OpeningTests {
  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test(arguments: [(false, 0o700, 0o600), (true, 0o770, 0o660)])
  func folderAndFileHaveTheModesOfTheirKind(isTeam: Bool, folder: Int, file: Int) throws {
    let store = try TemporaryStore()
    let path = store.folder + "/a/b/sitrep.db"
    let ledger = try store.open(path, options: LedgerOptions(isTeam: isTeam))
    try ledger.add(.counted(1))
    #expect(try mode(store.folder + "/a/b") & 0o777 == folder)
    for suffix in ["", "-wal", "-bell", "-write"] { #expect(try mode(path + suffix) & 0o777 == file) }
  }

  @Test func whereNothingMayBeMadeNothingIs() throws {
    let store = try TemporaryStore()
    for options in [LedgerOptions(isReadOnly: true), LedgerOptions(createIfMissing: false)] {
      let trouble = #expect(throws: LedgerTrouble.self) { try store.open(options: options) }
      #expect(trouble?.code == .notFound)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder) == [])
  }

  @Test func readingOnlyRefusesWritesWithASentence() throws {
    let store = try TemporaryStore()
    try store.open().add(.counted(3))
    let ledger = try store.open(options: LedgerOptions(isReadOnly: true))
    #expect(ledger.isReadOnly)
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.total } == 3)
    let trouble = #expect(throws: LedgerTrouble.self) { try ledger.add(.counted(1)) }
    #expect(trouble?.code == .readOnly)
  }

  @Test func anUnwritableFileIsReadThroughACopyThatGoesAway() throws {
    let store = try TemporaryStore()
    let writing = try store.open()
    try writing.add(.counted(3))
    let copy = try PrivateCopy(of: store.path)
    #expect(try mode(copy.folder.path) & 0o777 == 0o700)
    let ledger = try store.open(copy.path, options: LedgerOptions(isReadOnly: true))
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.total } == 3)
    ledger.close()
    copy.remove()
    #expect(!FileManager.default.fileExists(atPath: copy.folder.path))
    #expect(throws: LedgerTrouble.self) { try PrivateCopy(of: store.folder + "/none.db") }
  }

  @Test(arguments: [(Int(Schema.version) + 1, true), (2_000, false)])
  func aNewerSchemaIsReadWhereItCanBeAndNeverWritten(version: Int, isReadable: Bool) throws {
    let store = try TemporaryStore()
    try store.open().add(.counted(3))
    try DatabaseQueue(path: store.path).write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    guard isReadable else {
      let trouble = #expect(throws: LedgerTrouble.self) { try store.open() }
      #expect(trouble?.code == .newerSchema)
      return
    }
    let ledger = try store.open()
    #expect(ledger.isNewer && ledger.isReadOnly)
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.total } == 3)
    let trouble = #expect(throws: LedgerTrouble.self) { try ledger.add(.counted(1)) }
    #expect(trouble?.code == .newerSchema)
    #expect(trouble?.message.contains("A newer Sitrep has this file: restart") == true)
  }

  @Test func aMovedFileKeepsItsNameAndACopyTakesANewOne() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let node = ledger.node
    #expect(node.count == 6)
    let head = try ledger.add(.counted(1))[0].id
    ledger.close()
    let moved = store.folder + "/moved.db"
    try FileManager.default.moveItem(atPath: store.path, toPath: moved)
    let again = try store.open(moved)
    #expect(again.node == node)
    again.close()
    let copied = store.folder + "/copied.db"
    try copyFile(moved, copied)
    let copy = try store.open(copied)
    #expect(copy.node != node)
    let opened = try copy.read { try $0.events(stream: StreamID("log", copy.node)) }
    let body = try #require(opened.first?.decoded(NodeOpened.self))
    #expect(body.previousNode == node)
    #expect(body.previousHead?.hasPrefix("\(head) ") == true)
    #expect(opened.count == 1)
    let event = try copy.add(.counted(2))[0]
    #expect(event.id == EventID(node: copy.node, sequence: 2))
    #expect(try copy.verify().isSound)
    #expect(try store.open(copied).node == copy.node)
    let timeline = try copy.read { try $0.search("node.opened") }
    #expect(timeline.isEmpty)
    // A copy that is only read keeps its name.
    let third = store.folder + "/third.db"
    copy.close()
    try copyFile(copied, third)
    #expect(try store.open(third, options: LedgerOptions(isReadOnly: true)).position == 3)
  }

  @Test func whatIsNoStoreIsSaidSo() throws {
    let store = try TemporaryStore()
    let garbage = store.folder + "/garbage.db"
    try Data(repeating: 0x41, count: 9_000).write(to: URL(fileURLWithPath: garbage))
    let damaged = #expect(throws: LedgerTrouble.self) { try store.open(garbage) }
    #expect(damaged?.code == .damaged)
    let other = store.folder + "/other.db"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE recipes(name TEXT)") }
    let foreign = #expect(throws: LedgerTrouble.self) { try store.open(other) }
    #expect(foreign?.code == .foreign)
    #expect(try DatabaseQueue(path: other).read { try $0.tableExists("event") } == false)
    let nowhere = #expect(throws: LedgerTrouble.self) { try store.open("/proc/none/sitrep.db") }
    #expect(nowhere?.code == .cannotCreate || nowhere?.code == .noPermission)
  }

  @Test func twoFoldsDescribeATableAlikeOrNotAtAll() throws {
    enum Clashing: Folding {
      typealias State = Tally.State
      static let streamKind = "run"
      static let version = 1
      static var payloads: [any EventPayload.Type] { [] }
      static let tables = [TableSpec("tally", columns: [.text("else")])]
      static func initial(_ stream: StreamID) -> State { State(stream: stream) }
      static func apply(_ event: Event, to state: inout State) {}
      static func rows(_ state: State) -> [TableRow] { [] }
      static func text(of event: Event) -> String? { nil }
    }
    let store = try TemporaryStore()
    let trouble = #expect(throws: LedgerTrouble.self) {
      try store.open(folds: [FoldDescription(Tally.self), FoldDescription(Clashing.self)])
    }
    #expect(trouble?.code == .invalid)
  }
}
