import EventLog
import Foundation
import Testing

/// Verbs that only read, where there is nothing to read yet.
@Suite struct ReadingVerbTests {
  @Test(
    arguments: [
      (["incident", "list"], "[]"), (["next"], "null"), (["key", "list"], "[]"), (["letter", "list"], "[]"),
      (["runbook", "status"], "[]"),
      (["db", "verify"], "null"), (["db", "stats"], "null"),
    ])
  func nothingIsMadeAndTheResultIsEmpty(words: [String], empty: String) throws {
    let sitrep = try Home()
    let plain = try sitrep.run(words)
    #expect(plain.code == 0 && plain.output == "" && plain.complaint.contains("is new"), "\(plain)")
    let json = try sitrep.run(words + ["--json"])
    #expect(json.code == 0 && json.complaint.contains("is new"))
    #expect(json.output.filter { !$0.isWhitespace } == empty)
    #expect(!sitrep.exists(sitrep.folder + "/store"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sitrep.home) == [])
    let readOnly = try sitrep.run(words + ["--read-only"])
    #expect(readOnly.code == 0 && !sitrep.exists(sitrep.folder + "/store"))
  }

  @Test(
    arguments: [
      ["incident", "show", "1"], ["postmortem", "draft", "1"], ["postmortem", "export", "1"], ["db", "backup", "x.db"],
    ])
  func whatWasNamedIsNotThere(words: [String]) throws {
    let sitrep = try Home()
    let run = try sitrep.run(words)
    #expect(run.code == 66 && run.output == "" && !run.complaint.isEmpty)
    #expect(!sitrep.exists(sitrep.folder + "/store"))
  }

  @Test func readOnlyRefusesEveryChangeAndMakesNothing() throws {
    let sitrep = try Home()
    let early = try sitrep("--read-only", "incident", "declare", "--title", "T", "--severity", "SEV1")
    #expect(early.code == 66 && !sitrep.exists(sitrep.folder + "/store"))
    try sitrep.declare()
    let run = try sitrep("log", "x", "--read-only")
    #expect(run.code == 77 && run.complaint.contains("reading only"))
    #expect(try sitrep("incident", "list", "--read-only").output.contains("Checkout fails"))
  }

  @Test func whatNeedsNoStoreNeedsNone() throws {
    let sitrep = try Home()
    for words in [["runbook", "list"], ["config", "path"], ["config", "check"]] {
      let run = try sitrep.run(words)
      #expect(run.code == 0 && run.complaint == "" && !run.output.isEmpty, "\(words): \(run)")
      #expect(try sitrep.run(words + ["--json"]).json() != .bool(true) || words[1] == "path")
    }
    #expect(!sitrep.exists(sitrep.folder + "/store"))
  }
}
