import Desk
import EventLog
import Foundation
import Ledger
import Testing

/// The outbox as a person sees it.
@Suite struct LetterVerbTests {
  /// One letter that was refused, one that waits.
  private func home() throws -> Home {
    let sitrep = try Home()
    #expect(try sitrep("incident", "declare", "--title", "x", "--severity", "SEV4").code == 0)
    let ledger = try Ledger(
      path: sitrep.store, folds: Desk.folds,
      clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    defer { ledger.close() }
    try ledger.writeAndWait { transaction in
      for key in ["a", "b"] {
        try transaction.post(
          Letter(
            key: key, channel: "chat", recipient: "lea",
            content: LetterContent(title: "title of \(key)", text: "text", subject: "sitrep/1"), isDrill: key == "b"))
      }
      let holder = Lease.Holder(node: ledger.node, host: "desk", process: 1, role: "test")
      let lease = try #require(try transaction.takeLease(Lease.watch, for: .seconds(60), holder: holder))
      guard case .claimed(let letter) = try transaction.claim(1, under: lease, for: .seconds(60)) else { return }
      _ = try transaction.settle(letter, .failed(reason: "The receiver answered 404."))
    }
    return sitrep
  }

  @Test func whatCameToNothingIsListedWithItsReason() throws {
    let sitrep = try home()
    let list = try sitrep("letter", "list")
    #expect(list.code == 0 && list.output.contains("The receiver answered 404.") && list.output.contains("DRILL title"))
    let letters = try #require(try sitrep("letter", "list", "--json").json().array)
    #expect(letters.map { $0["state"]?.string } == ["waiting", "failed"])
    #expect(
      letters[1]["attempts"]?.integer == 1 && letters[1]["next_at"] == .null && letters[0]["drill"] == .bool(true))
    let doctor = try sitrep("doctor")
    #expect(doctor.output.contains("1 could not be delivered, 0 may or may not have arrived"))
    let problems = try JSONSchema(named: "letter-list").problems(of: sitrep("letter", "list", "--all", "--json").json())
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func aPersonSendsItAgain() throws {
    let sitrep = try home()
    let asked = try sitrep("letter", "replay", "1")
    #expect(asked.code == 77 && asked.complaint.contains("--confirm 1"))
    #expect(try sitrep("letter", "replay", "1", "--confirm", "2").code == 77)
    #expect(try sitrep("letter", "replay", "1", "--confirm", "1").output.contains("waits to be sent"))
    #expect(try sitrep("letter", "list", "--json").json().array?.map { $0["state"]?.string } == ["waiting", "waiting"])
    let again = try sitrep("letter", "replay", "1", "--confirm", "1")
    #expect(again.code == 1 && again.complaint.contains("about to be sent"))
    #expect(try sitrep("letter", "replay", "9", "--confirm", "9").code == 66)
  }
}
