import EventLog
import Foundation
import Testing

/// Export, import, restore, and what heads that were kept elsewhere show.
@Suite struct ExchangeVerbTests {
  /// Two homes that each declared their first incident while apart, the second with the first's log.
  private func met() throws -> (here: Home, there: Home) {
    let (here, there) = (try Home(), try Home())
    try here.declare("Checkout fails")
    _ = try here("log", "pool exhausted")
    try there.declare("Search is slow", "SEV3")
    let file = here.folder + "/all.jsonl"
    let export = try here("db", "export", "-o", file)
    #expect(export.code == 0 && export.complaint.contains("nothing is missing") && export.complaint.contains("head "))
    #expect(try here("db", "export", "-o", file).code == 73)
    let taken = try there("db", "import", file)
    #expect(taken.code == 0 && taken.output.contains("the whole chain is here"), "\(taken)")
    return (here, there)
  }

  @Test func twoThatTookOneNumberAreToldApart() throws {
    let (here, there) = try met()
    let labels = try #require(try there("incident", "list", "--json").json().array)
      .compactMap { $0["label"]?.string }.sorted()
    #expect(labels == ["1", "1b"])
    let refused = try there("log", "-i", "1", "which one?")
    #expect(refused.code == 1 && refused.complaint.contains("Checkout fails"), "\(refused)")
    #expect(refused.complaint.contains("1b") && refused.complaint.contains("Search is slow"))
    #expect(try there("log", "-i", "1b", "this one").code == 0)
    #expect(try there("incident", "show", "1a").output.contains("pool exhausted"))
    #expect(try there("db", "verify").code == 0)
    // The other way round, through a pipe.
    let lines = try there("db", "export").output
    let taken = try here.run(["db", "import", "-", "--json"], input: lines)
    #expect(taken.code == 0)
    #expect(try taken.json()["taken"]?.integer ?? 0 > 0)
    #expect(try here("incident", "show", "1b").output.contains("this one"))
    #expect(try here.run(["db", "import", "-", "--json"], input: lines).json()["taken"]?.integer == 0)
    let numbers = try [here, there].map { try $0("incident", "list", "--json").json().array?.count }
    #expect(numbers == [2, 2])
  }

  @Test func oneIncidentSaysThatItIsAPart() throws {
    let here = try Home()
    try here.declare("Checkout fails")
    try here.declare("Search is slow")
    let export = try here("db", "export", "-i", "2")
    #expect(export.code == 0 && export.complaint.contains("a part of the log"), "\(export)")
    #expect(!export.output.contains("Checkout") && export.output.contains("Search is slow"))
    let there = try Home()
    let taken = try there.run(["db", "import", "-"], input: export.output)
    #expect(taken.code == 0 && taken.output.contains("a part of the chain"))
    let verify = try there("db", "verify")
    #expect(verify.code == 0 && verify.output.contains("never came here"), "\(verify)")
    #expect(try here("db", "export", "--from", "-1h", "--to", "-30m").output.split(separator: "\n").count == 2)
    #expect(try here("db", "export", "-i", "1", "--from", "-1h").code == 64)
    #expect(try here("db", "export", "-i", "9").code == 66)
  }

  @Test func whatWasChangedOnItsWayIsNotTaken() throws {
    let here = try Home()
    try here.declare("Checkout fails")
    let lines = try here("db", "export").output
    let there = try Home()
    let forged = try there.run(
      ["db", "import", "-"], input: lines.replacing("Checkout fails", with: "Checkout works"))
    #expect(forged.code == 65 && forged.complaint.contains("not what its hash says"), "\(forged)")
    let cut = try there.run(
      ["db", "import", "-"], input: lines.split(separator: "\n").dropLast().joined(separator: "\n"))
    #expect(cut.code == 65 && cut.complaint.contains("ends early"))
    #expect(try there.run(["db", "import", "-"], input: "no export\n").code == 65)
    #expect(try there("db", "import", there.folder + "/none").code == 66)
  }

  @Test func headsKeptElsewhereShowWhatWasChanged() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let printed = try sitrep("db", "verify").output
    let kept = try sitrep.write(printed, to: "heads.txt")
    let backup = sitrep.folder + "/backup.db"
    #expect(try sitrep("db", "backup", backup).output.contains("head "))
    let export = sitrep.folder + "/all.jsonl"
    #expect(try sitrep("db", "export", "-o", export).code == 0)
    _ = try sitrep("log", "later")
    let head = try #require(printed.split(separator: "\n").last { $0.hasPrefix("head ") }).dropFirst(5)
    for other in [kept, backup, export, String(head)] {
      let same = try sitrep("db", "verify", "--against", other)
      #expect(same.code == 0 && same.output.contains("as it was"), "\(other): \(same)")
    }
    let id = head.prefix { $0 != " " }
    let wrong = try sitrep("db", "verify", "--against", "\(id) " + String(repeating: "ab", count: 32))
    #expect(wrong.code == 65 && wrong.output.contains(String(id)), "\(wrong)")
    // The backup is older: it does not have what came later.
    let older = try sitrep("--db", backup, "--read-only", "db", "verify", "--against", sitrep.store, "--json")
    #expect(older.code == 65)
    #expect(try older.json()["differences"]?.array?.first?["kind"]?.string == "missing")
    #expect(try sitrep("db", "verify", "--against", "nonsense").code == 66)
    let empty = try sitrep.write("nothing\n", to: "empty.txt")
    #expect(try sitrep("db", "verify", "--against", empty).code == 65)
  }

  @Test func aRestoreAsksKeepsAndHolds() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let backup = sitrep.folder + "/backup.db"
    #expect(try sitrep("db", "backup", backup).code == 0)
    _ = try sitrep("log", "lost by the restore")
    let unconfirmed = try sitrep("db", "restore", backup)
    #expect(unconfirmed.code == 77 && unconfirmed.complaint.contains("--confirm \(sitrep.store)"), "\(unconfirmed)")
    #expect(try sitrep("incident", "show", "1").output.contains("lost by the restore"))
    #expect(try sitrep("db", "restore", backup, "--confirm", "other").code == 77)
    let run = try sitrep("db", "restore", backup, "--confirm", sitrep.store)
    #expect(run.code == 0 && run.output.contains("What stood there: \(sitrep.store).before-"), "\(run)")
    #expect(run.output.contains("Letters are held") && run.output.contains("head "))
    #expect(try !sitrep("incident", "show", "1").output.contains("lost by the restore"))
    #expect(try sitrep("doctor").output.contains("LOOK letters: held since"))
    let verify = try sitrep("db", "verify")
    #expect(verify.code == 0 && verify.output.split(separator: "\n").filter { $0.hasPrefix("head ") }.count == 2)
    #expect(try sitrep("db", "restore", "--release").output.contains("released"))
    #expect(try sitrep("db", "restore", "--release").output.contains("No letter was held"))
    #expect(try !sitrep("doctor").output.contains("letters"))
    #expect(try sitrep("db", "restore").code == 64)
    #expect(try sitrep("db", "restore", backup, "--release").code == 64)
    // Where nothing stands, nothing is asked.
    let other = try Home()
    #expect(try other("db", "restore", backup).code == 0)
    #expect(try other("incident", "list").output.contains("Checkout fails"))
  }

  @Test func aStoreInUseIsNotReplaced() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let backup = sitrep.folder + "/backup.db"
    #expect(try sitrep("db", "backup", backup).code == 0)
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:0")
    #expect(serve.waits(for: "listening"))
    let run = try sitrep("db", "restore", backup, "--confirm", sitrep.store)
    #expect(run.code == 75 && run.complaint.contains("End `sitrep serve`"), "\(run)")
    #expect(serve.end() == 0)
    #expect(try sitrep("db", "restore", backup, "--confirm", sitrep.store).code == 0)
  }
}
