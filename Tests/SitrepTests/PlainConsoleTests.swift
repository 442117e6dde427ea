import EventLog
import Foundation
import Testing

@Suite struct PlainConsoleTests {
  @Test func theConsoleIsDrivenThroughAPipe() throws {
    let sitrep = try Home()
    try sitrep.declare("Checkout fails", "SEV1")
    _ = try sitrep("incident", "unack", "1")
    let lines = [
      "list", "show 1", "ack 1", "log 1 ratio falls", "mitigate 1", "resolve 1 ratio 0.1 %", "oncall", "runbooks",
      "runbook high-error-rate", "start", "check 1 12 %", "nonsense", "past", "help", "quit", "log 1 never",
    ]
    let run = try sitrep.run(["--plain"], input: lines.joined(separator: "\n") + "\n")
    #expect(run.code == 0 && run.complaint == "")
    for words in [
      "Checkout fails", "cknowledged", "ratio falls", "\"nonsense\" is no command", "mitigate N", "high-error-rate",
    ] {
      #expect(run.output.contains(words), "looked for: \(words)")
    }
    let shown = try sitrep.shown()
    #expect(shown["status"]?.string == "resolved")
    let texts = shown["timeline"]?.array?.compactMap { $0["text"]?.string } ?? []
    #expect(texts.contains("ratio falls") && !texts.contains { $0.contains("never") })
    #expect(try sitrep("runbook", "status", "--json").json().array?.first?["done"]?.integer == 1)
  }

  @Test func withoutATerminalItIsPlainByItselfAndEndsWithItsInput() throws {
    let sitrep = try Home()
    for words in [[], ["console"], ["--plain"], ["--db", sitrep.store]] {
      let run = try sitrep.run(words, input: "list\n")
      #expect(run.code == 0 && run.output.contains("Sitrep, plain"), "\(words)")
    }
  }

  @Test func aReadOnlyConsoleChangesNothing() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let run = try sitrep.run(["--plain", "--read-only"], input: "log 1 x\nlist\n")
    #expect(run.code == 0 && run.output.contains("read-only"))
    #expect(try sitrep.shown()["timeline"]?.array?.contains { $0["text"]?.string == "x" } == false)
  }

  @Test func thePostMortemIsExportedToThePersonsFolder() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let run = try sitrep.run(["--plain"], input: "export 1\nquit\n")
    let path = sitrep.home + "/.local/state/sitrep/exports/post-mortem-1.md"
    #expect(run.output.contains(path) && sitrep.text(path).contains("Checkout fails"))
  }

  @Test func theDemoPlaysInAStoreThatIsThrownAway() throws {
    let sitrep = try Home()
    for words in [["demo", "--plain"], ["demo"]] {
      let run = try sitrep.run(words)
      #expect(run.code == 0 && run.complaint == "")
      #expect(run.output.hasPrefix("DRILL") && run.output.contains("roll back api 412"))
      #expect(run.output.contains("resolved"))
    }
    #expect(!sitrep.exists(sitrep.folder + "/store"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sitrep.folder + "/tmp") == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: sitrep.home) == [])
  }
}
