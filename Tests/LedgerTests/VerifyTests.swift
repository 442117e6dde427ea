import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct VerifyTests {
  struct Harm: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var sql: String
    var kind: VerifyReport.Damage.Kind
    var sequences: [Int64]
  }

  static let unlock = """
    DROP TRIGGER event_stays; DROP TRIGGER event_unchanged; DROP TRIGGER attachment_stays;
    DROP TRIGGER attachment_unchanged;
    """

  static let harms = [
    Harm(
      testDescription: "a changed byte of a payload",
      sql: "UPDATE event SET payload = replace(payload, 'n5', 'n6') WHERE sequence = 5", kind: .changed, sequences: [5]),
    Harm(
      testDescription: "a changed time", sql: "UPDATE event SET happened_at = happened_at + 1 WHERE sequence = 7",
      kind: .changed, sequences: [7]),
    Harm(
      testDescription: "a changed link", sql: "UPDATE event SET previous_hash = zeroblob(32) WHERE sequence = 9",
      kind: .changed, sequences: [9]),
    Harm(
      testDescription: "another actor",
      sql: """
        INSERT INTO actor(key, person, via, assurance) VALUES(99, 'eve', 'tty', 'verified');
        UPDATE event SET actor = 99 WHERE sequence = 3;
        """, kind: .changed, sequences: [3]),
    Harm(
      testDescription: "the actor lost",
      sql: "DELETE FROM actor WHERE key = (SELECT actor FROM event WHERE sequence = 3)",
      kind: .unnamed, sequences: Array(1...10)),
    Harm(
      testDescription: "the actor of one event lost", sql: "UPDATE event SET actor = 99 WHERE sequence = 3",
      kind: .unnamed, sequences: [3]),
    Harm(
      testDescription: "the stream lost", sql: "DELETE FROM stream", kind: .unnamed, sequences: Array(1...10)),
    Harm(
      testDescription: "the incident of an event lost", sql: "UPDATE event SET incident = 99 WHERE sequence = 4",
      kind: .unnamed, sequences: [4]),
    Harm(
      testDescription: "a removed row", sql: "DELETE FROM entry; DELETE FROM event WHERE sequence = 6", kind: .removed,
      sequences: [6]),
    Harm(
      testDescription: "the first rows removed", sql: "DELETE FROM entry; DELETE FROM event WHERE sequence < 3",
      kind: .removed, sequences: [1, 2]),
    Harm(
      testDescription: "two rows swapped by their numbers",
      sql: """
        UPDATE event SET sequence = 100 WHERE sequence = 4; UPDATE event SET sequence = 4 WHERE sequence = 8;
        UPDATE event SET sequence = 8 WHERE sequence = 100;
        """, kind: .reordered, sequences: [4, 8]),
    Harm(
      testDescription: "two rows swapped by their places",
      sql: """
        DELETE FROM entry; UPDATE event SET position = 100 WHERE position = 4;
        UPDATE event SET position = 4 WHERE position = 8; UPDATE event SET position = 8 WHERE position = 100;
        """, kind: .reordered, sequences: [4, 8]),
    Harm(
      testDescription: "a cut tail", sql: "DELETE FROM entry; DELETE FROM event WHERE sequence > 8", kind: .cutOff,
      sequences: [9, 10]),
    Harm(
      testDescription: "everything cut", sql: "DELETE FROM entry; DELETE FROM event", kind: .cutOff,
      sequences: Array(1...10)),
    Harm(
      testDescription: "a text gone", sql: "UPDATE event SET payload = NULL, salt = NULL WHERE sequence = 2",
      kind: .textMissing, sequences: [2]),
    Harm(
      testDescription: "a head set back",
      sql: "UPDATE head SET sequence = 9, hash = (SELECT hash FROM event WHERE sequence = 9)", kind: .head,
      sequences: [10]),
    Harm(testDescription: "a head lost", sql: "DELETE FROM head", kind: .head, sequences: [10]),
    Harm(
      testDescription: "an attachment lost", sql: "DELETE FROM attachment", kind: .attachment, sequences: [10]),
  ]

  static func store() throws -> (TemporaryStore, Ledger) {
    let store = try TemporaryStore()
    let ledger = try store.open()
    for number in 1...9 { try ledger.add(.named("n\(number)")) }
    try ledger.writeAndWait { transaction in
      var draft = Draft.named("n10")
      draft.evidence = [try transaction.attach([1, 2], mediaType: "text/plain")]
      _ = try transaction.append([draft], actor: someone)
    }
    return (store, ledger)
  }

  @Test(arguments: harms) func harmIsNamedByItsEvents(harm: Harm) throws {
    let (store, ledger) = try Self.store()
    #expect(try ledger.verify().isSound)
    ledger.close()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let raw = try DatabaseQueue(path: store.path, configuration: configuration)
    try raw.write { try $0.execute(sql: Self.unlock + harm.sql) }
    try raw.close()
    let again = try store.open()
    let damage = try again.verify().damage
    #expect(damage.map(\.kind) == harm.sequences.map { _ in harm.kind })
    #expect(damage.compactMap(\.event?.sequence) == harm.sequences)
    for (found, sequence) in zip(damage, harm.sequences) {
      #expect(found.sentence.contains("\(again.node)-\(sequence)"))
    }
  }

  @Test func everyKindOfDamageStandsInTheSchema() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let schema = try String(contentsOfFile: root + "/docs/schema/db-verify.json", encoding: .utf8)
    for kind in VerifyReport.Damage.Kind.allCases { #expect(schema.contains("\"\(kind.rawValue)\"")) }
  }

  @Test func aChangedAttachmentIsNamedByItsDigest() throws {
    let (store, ledger) = try Self.store()
    try DatabaseQueue(path: store.path).write {
      try $0.execute(sql: Self.unlock + "UPDATE attachment SET bytes = x'01ff'")
    }
    let damage = try ledger.verify().damage
    #expect(damage.map(\.kind) == [.attachment])
    #expect(damage[0].sentence.contains("sha256:"))
  }

  @Test func aBrokenPageIsReported() throws {
    let (store, ledger) = try Self.store()
    ledger.close()
    let size = FileSystem.size(of: store.path)
    try overwrite(store.path, from: 8_192, to: size, with: 0xa5)
    let outcome = Result { try store.open().verify() }
    switch outcome {
    case .success(let report): #expect(report.damage.contains { $0.kind == .file })
    case .failure(let error): #expect((error as? LedgerTrouble)?.code == .damaged)
    }
  }

  @Test func progressReachesTheEnd() throws {
    let (_, ledger) = try Self.store()
    var last = 0
    let report = try ledger.verify { last = $0 }
    #expect(last == 10)
    #expect(report.attachments == 1)
    #expect(report.heads.map(\.id.sequence) == [10])
    #expect(report.heads[0].description.hasPrefix("\(ledger.node)-10 "))
  }
}
