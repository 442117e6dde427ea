import EventLog
import Testing

@testable import Ledger

@Suite struct LocalTests {
  @Test func aKeyIsKnownByItsHashAlone() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let secret = try ledger.writeAndWait { try $0.createKey(name: "prod", service: "checkout", rate: 60) }
    #expect(secret.hasPrefix("sitrep_") && secret.count > 40)
    let trouble = #expect(throws: LedgerTrouble.self) {
      try ledger.writeAndWait { try $0.createKey(name: "prod") }
    }
    #expect(trouble?.code == .invalid)
    let known = try #require(try ledger.read { try $0.key(hash: APIKey.hash(of: secret)) })
    #expect(known.name == "prod" && known.service == "checkout" && known.rate == 60 && known.isValid)
    #expect(known.createdAt == store.now && known.uses == 0)
    #expect(try ledger.read { try $0.key(hash: APIKey.hash(of: secret + "x")) } == nil)
    store.advance(.minutes(1))
    try ledger.writeAndWait { try $0.noteUse(ofKey: "prod") }
    try ledger.writeAndWait { try $0.noteUse(ofKey: "prod") }
    #expect(try ledger.writeAndWait { try $0.revokeKey(name: "prod") })
    #expect(try !ledger.writeAndWait { try $0.revokeKey(name: "none") })
    let used = try #require(try ledger.read { try $0.keys() }.first)
    #expect(used.uses == 2 && used.lastUsedAt == store.now && !used.isValid)
    #expect(try ledger.position == 0)
  }

  @Test func sourcesAndHeartbeatsAreNotedWithoutAnEvent() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.writeAndWait { try $0.noteSource("am", incident: .one) }
    store.advance(.minutes(2))
    try ledger.writeAndWait { transaction in
      try transaction.noteSource("am")
      try transaction.beat("serve", detail: "pid 1")
    }
    let source = try #require(try ledger.read { try $0.sources() }.first)
    #expect(source.times == 2 && source.lastSeen == store.now && source.lastSeen - source.firstSeen == .minutes(2))
    #expect(source.lastIncident == .one)
    #expect(try ledger.read { try $0.heartbeats() } == [Heartbeat(name: "serve", at: store.now, detail: "pid 1")])
    #expect(try ledger.position == 0)
  }

  @Test func aBackupIsWholeAndOpensUnderANewName() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    for number in 0..<20 { try ledger.add(.named("n\(number)")) }
    let target = store.folder + "/backup.db"
    let report = try ledger.backup(to: target)
    #expect(report.heads.map(\.id.sequence) == [20] && report.bytes == FileSystem.size(of: target))
    #expect(FileSystem.size(of: target + "-wal") == 0)
    #expect(!FileSystem.exists(target + ".partial"))
    #expect(throws: LedgerTrouble.self) { try ledger.backup(to: target) }
    let copy = try store.open(target)
    #expect(copy.node != ledger.node)
    #expect(try copy.verify().isSound)
    #expect(try copy.dump(table: "entry") == ledger.dump(table: "entry"))
    #expect(try ledger.read { try $0.backups() } == [target])
  }

  @Test func statsCountTheStore() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.add(.named("a"), .named("b", .two))
    let stats = try ledger.stats()
    #expect(stats.events == 2 && stats.streams == 2 && stats.entries == 2 && stats.position == 2)
    #expect(stats.schema == Int(Schema.version) && stats.node == ledger.node && !stats.isNewer && stats.redactions == 0)
    #expect(stats.clockLead == .zero && !stats.isClockAhead && stats.fileBytes > 0)
    #expect(stats.heads.map(\.id.sequence) == [2])
  }

  @Test(arguments: [
    (10 as Int32, LedgerTrouble.Code.io), (11, .damaged), (26, .damaged), (13, .full), (14, .cannotCreate),
    (8, .readOnly), (3, .noPermission), (5, .lockedTooLong), (266, .io), (1_032, .readOnly), (18, .tooLarge),
    (1, .invalid),
  ])
  func resultCodesHaveTheirSentence(result: Int32, code: LedgerTrouble.Code) {
    let trouble = LedgerTrouble(sqlite: result, cause: "words", path: "/x/sitrep.db")
    #expect(trouble.code == code)
    #expect(trouble.message.contains("/x/sitrep.db") && trouble.message.hasSuffix("."))
    #expect(trouble.cause == "words (SQLite \(result))")
  }
}
