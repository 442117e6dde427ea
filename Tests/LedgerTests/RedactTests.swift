import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct RedactTests {
  private let secret = "hunter2passphrase"

  private func bytes(of path: String) throws -> Data {
    guard FileManager.default.fileExists(atPath: path) else { return Data() }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test func theTextIsGoneFromEverywhere() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.add(.named("before"))
    let attached = Array("the file says \(secret)".utf8)
    let shared = Array("a shared file".utf8)
    let original = try ledger.writeAndWait { [secret] transaction in
      var draft = Draft.named("password \(secret)")
      draft.evidence = [
        try transaction.attach(attached, mediaType: "text/plain"),
        try transaction.attach(shared, mediaType: "text/plain"),
      ]
      let event = try transaction.append([draft], actor: someone)[0]
      var other = Draft.named("other")
      other.evidence = [try transaction.attach(shared, mediaType: "text/plain")]
      _ = try transaction.append([other], actor: someone)
      try transaction.post(.sample("mail of \(secret)", channel: "mail", event: event.id))
      return event
    }
    let correction = try ledger.add(
      Draft(
        EventCorrected(fields: ["name": .string("still \(secret)")], reason: "typo \(secret)"), stream: .one,
        incident: .one, happenedAt: store.now, supersedes: original.id))[0]
    try ledger.add(.named("after"))
    #expect(try ledger.read { try $0.search(secret).count } == 1)
    _ = try ledger.backup(to: store.folder + "/kept.db")

    let plan = try ledger.redactionPlan(correction.id)
    #expect(plan.events == [original.id, correction.id])
    #expect(plan.attachments.count == 1)
    #expect(plan.bytesNeeded > 0 && plan.bytesFree > plan.bytesNeeded)
    var steps: [String] = []
    let report = try ledger.redact(correction.id, reason: "credential", actor: someone) { steps.append($0) }
    #expect(report.events == plan.events)
    #expect(report.attachments == plan.attachments)
    #expect(report.backups == [store.folder + "/kept.db"])
    #expect(steps.count == 3)

    for suffix in ["", "-wal", "-shm", "-bell", "-write"] {
      #expect(try bytes(of: store.path + suffix).range(of: Data(secret.utf8)) == nil, "in sitrep.db\(suffix)")
    }
    #expect(try bytes(of: store.folder + "/kept.db").range(of: Data(secret.utf8)) != nil)
    #expect(try ledger.read { try $0.search(secret).isEmpty })
    #expect(try ledger.read { try $0.search("after").count } == 1)
    let entry = try #require(try ledger.read { try $0.timeline(incident: .one) }.first { $0.id == original.id })
    #expect(entry.isRedacted && entry.text == Redaction.mark)
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.trail } == ["before", Redaction.mark, "other", "after"])
    #expect(try ledger.read { try $0.attachment("sha256:" + Chain.digest(of: shared))?.bytes } == shared)
    #expect(try ledger.read { try $0.attachment("sha256:" + Chain.digest(of: attached)) } == nil)
    let verified = try ledger.verify()
    #expect(verified.damage == [])
    #expect(verified.redactions == 2)
    #expect(try ledger.stats().redactions == 2)
    let before = try ledger.projectionTables.map { try ledger.dump(table: $0) }
    try ledger.rebuild()
    #expect(try ledger.projectionTables.map { try ledger.dump(table: $0) } == before)
    // Once more finishes what may have been broken off, and records nothing new.
    let position = try ledger.position
    _ = try ledger.redact(original.id, reason: "again", actor: someone)
    #expect(try ledger.position == position)
    #expect(throws: LedgerTrouble.self) {
      try ledger.redact(EventID(node: "no", sequence: 1), reason: "", actor: someone)
    }
  }

  @Test func aReaderThatStaysKeepsTheBytesAndIsSaid() throws {
    let store = try TemporaryStore()
    var options = LedgerOptions()
    options.busySeconds = 0.05
    let ledger = try store.open(options: options)
    let event = try ledger.add(.named(secret))[0]
    let other = try DatabaseQueue(path: store.path)
    try other.read { database in
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
      let trouble = #expect(throws: LedgerTrouble.self) {
        try ledger.redact(event.id, reason: "credential", actor: someone)
      }
      #expect(trouble?.code == .lockedTooLong)
    }
    #expect(try ledger.read { try $0.event(event.id)?.event.payload } == .some(nil))
    _ = try ledger.redact(event.id, reason: "credential", actor: someone)
    #expect(try bytes(of: store.path).range(of: Data(secret.utf8)) == nil)
  }

  @Test func theLogRefusesEveryOtherChange() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let events = try ledger.add(.named("one"), .named("two"))
    try ledger.writeAndWait { _ = try $0.attach([1], mediaType: "text/plain") }
    for sql in [
      "UPDATE event SET kind = 'x'", "UPDATE event SET payload = '{}'", "DELETE FROM event",
      "UPDATE event SET payload = NULL, salt = NULL", "UPDATE event SET position = position + 9",
      "DELETE FROM attachment", "UPDATE attachment SET bytes = x'00'",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try DatabaseQueue(path: store.path).write { try $0.execute(sql: sql) }
      }
    }
    _ = try ledger.redact(events[0].id, reason: "r", actor: someone)
    for sql in [
      "UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 2",
      "UPDATE event SET payload = NULL, salt = NULL, kind = 'x' WHERE sequence = 1",
      "UPDATE event SET payload = 'back', salt = x'00' WHERE sequence = 1",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") {
        try DatabaseQueue(path: store.path).write { try $0.execute(sql: sql) }
      }
    }
    #expect(try ledger.verify().isSound)
  }
}
