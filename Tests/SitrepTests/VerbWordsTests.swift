import Desk
import EventLog
import Foundation
import Incidents
import Ledger
import TestSupport
import Testing

/// What a newcomer types, and what the program says back.
@Suite struct VerbWordsTests {
  static let unknown: [(words: [String], meant: String)] = [
    (["undo"], "did you mean sitrep incident undo?"), (["declare"], "did you mean sitrep incident declare?"),
    (["lgo", "text"], "did you mean sitrep log?"), (["incident", "lits"], "did you mean sitrep incident list?"),
    (["who"], "did you mean sitrep oncall who?"), (["mitigat"], "did you mean sitrep incident mitigate?"),
    (["check"], "did you mean sitrep comms check or sitrep config check or sitrep postmortem check?"),
    (["zzzzzz"], "sitrep zzzzzz is no verb; sitrep --help lists them."),
    (["--json", "db", "fry"], "sitrep db fry is no verb"),
  ]

  @Test(arguments: unknown)
  func anUnknownVerbIsOneSentence(words: [String], meant: String) throws {
    let run = try Home().run(words)
    #expect(run.code == 64 && run.output == "", "\(run)")
    #expect(run.complaint.hasPrefix("sitrep: sitrep ") && run.complaint.contains(meant), "\(run)")
    #expect(run.complaint.split(separator: "\n").count == 1, "\(run)")
  }

  /// Each verb that the help lists is known as one.
  @Test func everyListedVerbIsOne() throws {
    let sitrep = try Home()
    let listed = try sitrep("--help").output.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), let word = line.split(separator: " ").first else {
        return nil
      }
      return word.allSatisfy { $0.isLowercase } ? String(word) : nil
    }
    #expect(listed.count >= 13 && listed.contains("demo") && listed.contains("db"), "\(listed)")
    for verb in listed {
      let run = try sitrep(verb, "--help")
      #expect(run.code == 0 && run.complaint == "", "\(verb): \(run)")
    }
  }

  @Test func globalOptionsStandAnywhere() throws {
    let sitrep = try Home()
    try sitrep.declare()
    for words in [
      ["incident", "--json", "list"], ["--json", "incident", "list"], ["incident", "list", "--json"],
      ["incident", "--db", sitrep.store, "--json", "list"], ["--json", "incident", "--db=" + sitrep.store, "list"],
    ] {
      let run = try sitrep.run(words)
      #expect(run.code == 0, "\(words): \(run)")
      #expect(try run.json().array?.count == 1)
    }
    #expect(try sitrep("incident", "--help").code == 0)
    #expect(try sitrep("help", "incident").code == 0)
    #expect(try sitrep("--version").code == 0)
    let logged = try sitrep("incident", "--as", "mira", "log", "1", "--", "--json is text")
    #expect(logged.code == 0 && logged.output.contains("--json is text"))
  }

  @Test func aBackdatedEntrySaysWhen() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let run = try sitrep("log", "saw it", "--at", "2026-11-20T14:05:00Z")
    #expect(run.output.contains("it happened Fri 2026-11-20 14:05 UTC\n"), "\(run)")
    try sitrep.write("zone: Europe/Berlin\n", to: "config/sitrep.yaml")
    let local = try sitrep("--config", sitrep.folder + "/config", "log", "saw it", "--at", "2026-11-20T23:05:00Z")
    #expect(
      local.output.contains("it happened Sat 2026-11-21 00:05 Europe/Berlin (2026-11-20 23:05 UTC)\n"), "\(local)")
    #expect(try !sitrep("log", "now").output.contains("happened"))
  }

  @Test func aServiceThatNobodyKnowsIsWarnedAboutAndRecorded() throws {
    let sitrep = try Home()
    try sitrep.write("services:\n  checkout:\n    tier: 1\n", to: "config/services.yaml")
    let config = ["--config", sitrep.folder + "/config"]
    let declare = config + ["incident", "declare", "--title", "T", "--severity", "SEV2", "--service"]
    let wrong = try sitrep.run(declare + ["chekout"])
    #expect(wrong.code == 0 && wrong.output.hasPrefix("#1 declared"))
    #expect(wrong.complaint.contains("knows no service chekout; did you mean checkout?"), "\(wrong)")
    #expect(try sitrep.run(declare + ["checkout"]).complaint == "")
    let edit = try sitrep.run(config + ["incident", "edit", "1", "--service", "nope"])
    #expect(edit.code == 0 && edit.complaint.contains("knows no service nope."))
    #expect(
      try sitrep.run(["incident", "declare", "--title", "T", "--severity", "SEV2", "--service", "x"]).complaint == "")
  }

  @Test func aPlainAckFindsTheOnlyOneOrSaysWhoHasIt() throws {
    let sitrep = try Home()
    #expect(try sitrep("ack").complaint.contains("No incident is open"))
    try sitrep.declare()
    let mine = try sitrep("ack")
    #expect(mine.code == 1 && mine.complaint.contains("#1, the only open incident, is acknowledged by "), "\(mine)")
    _ = try sitrep("incident", "unack", "1")
    try sitrep.declare("Second")
    #expect(try sitrep("ack").output.hasPrefix("#1 "))
    #expect(try sitrep("ack").complaint.contains("None of the 2 open incidents waits"))
  }

  @Test(arguments: ["mi\u{1B}[2Jra", "a\nb", "\u{202E}arim", ""])
  func aNameIsNoPlaceForControlCharacters(name: String) throws {
    let sitrep = try Home()
    try sitrep.declare()
    let run = try sitrep("incident", "log", "1", "x", "--as", name)
    #expect(name.isEmpty ? run.code == 0 : run.code == 64, "\(run)")
    #expect(!run.complaint.contains("\u{1B}") && !run.complaint.contains("\u{202E}"))
    #expect(try sitrep("incident", "show", "1").output.contains(" x") == name.isEmpty)
  }

  @Test func aLongListSaysWhatItLeavesOut() throws {
    let sitrep = try Home()
    try sitrep.declare()
    #expect(try sitrep("incident", "list").complaint == "")
    let ledger = try Ledger(
      path: sitrep.store, folds: Desk.folds,
      clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
      random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
    try ledger.writeAndWait { transaction in
      for number in 2...303 {
        let facts = IncidentFacts(now: transaction.now, actor: .lea, nextNumber: number)
        let stream = StreamID(IncidentFold.streamKind, "many\(number)")
        let drafts = try Declare(title: "Incident \(number)", severity: .sev3).drafts(in: stream, facts: facts)
        _ = try transaction.append(drafts, actor: .lea)
      }
    }
    ledger.close()
    let run = try sitrep("incident", "list", "--json")
    #expect(try run.json().array?.count == 300)
    #expect(run.complaint.contains("300 of 303 open incidents are listed"), "\(run.complaint)")
  }
}
