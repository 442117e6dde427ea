import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct RestoreTests {
  private func restore(_ backup: String, in store: TemporaryStore) throws -> RestoreReport {
    var options = LedgerOptions()
    options.busySeconds = 0.2
    return try StoreRestore(
      backup: backup, path: store.path, folds: [FoldDescription(Tally.self)], options: options,
      clock: { store.now }, random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
    ).run()
  }

  private func letter(_ event: EventID, isDone: Bool = false, _ ledger: Ledger) throws {
    try ledger.writeAndWait { transaction in
      try transaction.post(.sample(event.description, event: event))
      guard isDone else { return }
      try Query(transaction.database, "UPDATE outbox SET state = 'delivered', finished_at = 1 WHERE event = ?")
        .bind(1, event.description).run()
    }
  }

  /// A store with a backup of it, and more written since.
  private func backedUp(_ store: TemporaryStore) throws -> (backup: String, node: String) {
    let ledger = try store.open()
    let events = try ledger.add(.named("a"), .named("b"))
    try letter(events[0].id, ledger)
    try letter(events[1].id, isDone: true, ledger)
    let backup = store.folder + "/backup.db"
    _ = try ledger.backup(to: backup)
    try ledger.add(.named("later"))
    ledger.close()
    return (backup, ledger.node)
  }

  @Test func itGoesOnUnderANewNameWithItsLettersHeld() throws {
    let store = try TemporaryStore()
    let (backup, node) = try backedUp(store)
    let report = try restore(backup, in: store)
    #expect(report.node != node && report.events == 2 && report.lettersHeld == 1)
    #expect(report.heads.map(\.id) == [EventID(node: node, sequence: 2)])
    let ledger = try store.open()
    #expect(ledger.node == report.node)
    let opened = try ledger.read { try $0.events(stream: StreamID("log", report.node)) }
    let body = try #require(opened.first?.decoded(NodeOpened.self))
    #expect(opened.count == 1 && body.previousNode == node && body.restoredFrom == backup)
    #expect(body.previousHead == report.heads[0].description)
    let hold = try #require(try ledger.read { try $0.outboxHold() })
    #expect(hold.letters == 1 && hold.since == store.now && hold.reason.hasSuffix("."))
    #expect(try ledger.read { try $0.database.integer("SELECT sum(state = 'held') FROM outbox") } == 1)
    #expect(try ledger.verify().isSound)
    try ledger.add(.named("on"))
    // It is held however often it is opened, until a person says so.
    ledger.close()
    let again = try store.open()
    #expect(try again.read { try $0.outboxHold() } == hold)
    #expect(try again.writeAndWait { try $0.releaseOutbox(actor: someone) } == 1)
    #expect(try again.read { try $0.outboxHold() } == nil)
    #expect(try again.read { try $0.database.integer("SELECT sum(state = 'held') FROM outbox") } == 0)
    #expect(try again.writeAndWait { try $0.releaseOutbox(actor: someone) } == nil)
    let released = try again.read { try $0.events(stream: StreamID("log", "outbox")) }
    #expect(released.map(\.actor) == [someone] && released[0].decoded(OutboxReleased.self)?.letters == 1)
  }

  @Test func whatStoodThereIsKeptWhole() throws {
    let store = try TemporaryStore()
    let (backup, node) = try backedUp(store)
    let report = try restore(backup, in: store)
    let aside = try #require(report.keptAside)
    #expect(aside.hasPrefix(store.path + ".before-"))
    #expect(!FileSystem.exists(store.path + ".restoring") && !FileSystem.exists(aside + "-wal"))
    let old = try store.open(aside)
    #expect(old.node == node)
    #expect(try old.position == 3)
    #expect(try old.verify().isSound)
    // What the backup lacked can be taken in from there.
    var lines: [String] = []
    _ = try old.export(line: { lines.append($0) })
    let ledger = try store.open()
    var rest = lines[...]
    #expect(try ledger.importing({ rest.popFirst() }).taken == 1)
    #expect(try ledger.verify().isSound)
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.trail } == ["a", "b", "later"])
  }

  @Test func whereNothingStoodNothingIsKept() throws {
    let (store, other) = (try TemporaryStore(), try TemporaryStore())
    let (backup, _) = try backedUp(store)
    let report = try restore(backup, in: other)
    #expect(report.keptAside == nil)
    #expect(try other.open().position == 3)
  }

  @Test func aStoreThatIsOpenIsLeftAlone() throws {
    let store = try TemporaryStore()
    let (backup, node) = try backedUp(store)
    let ledger = try store.open()
    let position = try ledger.position
    let trouble = #expect(throws: LedgerTrouble.self) { try restore(backup, in: store) }
    #expect(trouble?.code == .lockedTooLong && trouble?.message.contains("sitrep serve") == true)
    #expect(try ledger.position == position)
    try ledger.add(.named("still here"))
    #expect(ledger.node == node)
    ledger.close()
    #expect(try store.open().position == position + 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder).allSatisfy { !$0.contains("before") })
  }

  @Test func aDamagedBackupIsNotRestored() throws {
    let store = try TemporaryStore()
    let (backup, node) = try backedUp(store)
    let raw = try DatabaseQueue(path: backup)
    try raw.write {
      try $0.execute(sql: VerifyTests.unlock + "UPDATE event SET happened_at = 7 WHERE sequence = 2")
    }
    try raw.close()
    let trouble = #expect(throws: LedgerTrouble.self) { try restore(backup, in: store) }
    #expect(trouble?.code == .damaged && trouble?.message.contains("\(node)-2") == true)
    #expect(try store.open().position == 3)
    #expect(throws: LedgerTrouble.self) { try restore(store.folder + "/none.db", in: store) }
  }

  @Test func aStoreThatIsDamagedCanBeReplaced() throws {
    let store = try TemporaryStore()
    let (backup, _) = try backedUp(store)
    try Data(repeating: 0x41, count: 9_000).write(to: URL(fileURLWithPath: store.path))
    let report = try restore(backup, in: store)
    #expect(FileSystem.size(of: try #require(report.keptAside)) == 9_000)
    #expect(try store.open().verify().isSound)
  }

  @Test func aCopyHoldsTheLettersThatTheOriginalWillSend() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try letter(try ledger.add(.named("a"))[0].id, ledger)
    ledger.close()
    let copied = store.folder + "/copied.db"
    try copyFile(store.path, copied)
    #expect(try store.open(copied).read { try $0.outboxHold()?.letters } == 1)
    #expect(try store.open().read { try $0.outboxHold() } == nil)
  }
}
