import EventLog
import Foundation
import Testing

@Suite struct DatabaseVerbTests {
  private func marked(_ text: String) throws -> (sitrep: Home, id: String) {
    let sitrep = try Home()
    try sitrep.declare()
    _ = try sitrep("log", "before")
    _ = try sitrep("log", text)
    _ = try sitrep("log", "after")
    let entry = try sitrep.shown()["timeline"]?.array?.first { $0["text"]?.string == text }
    return (sitrep, try #require(entry?["id"]?.string))
  }

  @Test func aSoundStoreIsSaidToBeSo() throws {
    let (sitrep, _) = try marked("x")
    let plain = try sitrep("db", "verify")
    #expect(plain.code == 0 && plain.output.contains("the chain is whole") && plain.output.contains("head "))
    let report = try sitrep("db", "verify", "--json").json()
    #expect(report["sound"] == .bool(true) && report["damage"]?.array == [] && report["redactions"]?.integer == 0)
    let stats = try sitrep("db", "stats", "--json").json()
    #expect(stats["events"]?.integer == report["events"]?.integer && stats["path"]?.string == sitrep.store)
    #expect(try sitrep("db", "stats").output.contains("events: "))
  }

  @Test func aChangedByteIsNamedByItsEvent() throws {
    let (sitrep, id) = try marked("kestrel-ratio-12")
    let copy = sitrep.folder + "/copy.db"
    #expect(try sitrep("db", "backup", copy).code == 0)
    var bytes = sitrep.bytes(copy)
    // The payload, not the line of the timeline that is computed from it.
    let start = try #require(bytes.range(of: Data("\"text\":\"kestrel-ratio-12".utf8)))
    bytes[start.upperBound - 1] = UInt8(ascii: "3")
    try bytes.write(to: URL(filePath: copy))
    let run = try sitrep("--db", copy, "--read-only", "db", "verify")
    #expect(run.code == 65 && run.output.contains(id) && !run.output.contains("is whole"), "\(run)")
    let report = try sitrep("--db", copy, "--read-only", "db", "verify", "--json")
    #expect(report.code == 65)
    let damage = try #require(try report.json()["damage"]?.array?.first)
    #expect(damage["event"]?.string == id && damage["kind"]?.string == "changed")
    #expect(try sitrep("db", "verify").code == 0)
  }

  @Test func aRedactionLeavesNoTraceAndTheChainWhole() throws {
    let secret = "kestrel-password-4711"
    let (sitrep, id) = try marked(secret)
    _ = try sitrep("incident", "correct", "1", id, "--text", "still \(secret)", "--reason", "typing")
    let backup = sitrep.folder + "/backup.db"
    #expect(try sitrep("db", "backup", backup).code == 0)
    let run = try sitrep("db", "redact", id, "--reason", "a password", "--confirm", id)
    #expect(run.code == 0 && run.output.contains("2 event(s) redacted") && run.output.contains(backup), "\(run)")
    #expect(run.complaint.contains("for good"))
    for suffix in ["", "-wal", "-shm", "-journal"] {
      #expect(sitrep.bytes(sitrep.store + suffix).range(of: Data(secret.utf8)) == nil, "\(suffix)")
    }
    let outputs = try [
      sitrep("incident", "show", "1"), sitrep("incident", "show", "1", "--json"),
      sitrep("postmortem", "export", "1", "--names"), sitrep("postmortem", "export", "1", "--format", "json"),
    ]
    for output in outputs { #expect(output.code == 0 && !output.output.contains("kestrel")) }
    let verify = try sitrep("db", "verify", "--json")
    #expect(verify.code == 0)
    #expect(try verify.json()["redactions"]?.integer == 2)
    #expect(try sitrep("db", "verify").output.contains("2 redacted"))
    #expect(try sitrep.shown()["timeline"]?.array?.contains { $0["text"]?.string == "after" } == true)
    #expect(try sitrep("db", "redact", id, "--reason", "again", "--confirm", id).code == 0)
  }

  @Test func aBackupIsAWholeStoreOfItsOwn() throws {
    let (sitrep, _) = try marked("x")
    let backup = sitrep.folder + "/backup.db"
    let run = try sitrep("db", "backup", backup)
    #expect(run.code == 0 && run.output.contains("head "))
    #expect(!sitrep.exists(backup + "-wal") && !sitrep.exists(backup + ".partial"))
    let list = try sitrep("--db", backup, "--read-only", "incident", "list", "--json").json()
    #expect(list == (try sitrep("incident", "list", "--json").json()))
    #expect(try sitrep("--db", backup, "db", "verify").code == 0)
    #expect(try sitrep("--db", backup, "log", "in the copy").code == 0)
    #expect(try sitrep("--db", backup, "db", "verify").code == 0)
  }

  @Test func rebuildChangesNothingThatIsSeen() throws {
    let (sitrep, id) = try marked("x")
    _ = try sitrep("incident", "correct", "1", id, "--text", "y", "--reason", "r")
    let before = try sitrep.shown()
    let run = try sitrep("db", "rebuild")
    #expect(run.code == 0 && run.output.contains("folded anew"))
    #expect(try sitrep.shown()["timeline"] == before["timeline"])
    #expect(try sitrep.shown()["deadlines"]?.array?.count == before["deadlines"]?.array?.count)
  }

  @Test func aGeneratedPastIsBelievableAndTheSameForTheSameSeed() throws {
    let sitrep = try Home()
    let run = try sitrep("db", "generate", "--incidents", "20", "--events", "600", "--seed", "4")
    #expect(run.code == 0)
    let list = try #require(try sitrep("incident", "list", "--all", "--json").json().array)
    #expect(list.count == 20 && list.filter { $0["status"]?.string == "closed" }.count == 12)
    let other = sitrep.folder + "/other.db"
    #expect(
      try sitrep("--db", other, "db", "generate", "--incidents", "20", "--events", "600", "--seed", "4").code == 0)
    let again = try #require(try sitrep("--db", other, "incident", "list", "--all", "--json").json().array)
    #expect(again.map { $0["title"] } == list.map { $0["title"] })
    #expect(try sitrep("db", "verify").code == 0)
  }
}
