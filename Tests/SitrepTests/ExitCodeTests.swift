import EventLog
import Foundation
import Glibc
import Testing

/// The table of exit codes, each by a run of the program that earns it, with a sentence on standard error.
@Suite struct ExitCodeTests {
  private func expect(
    _ code: Int32, _ run: Finished, saying words: String = "", line: SourceLocation = #_sourceLocation
  ) {
    #expect(run.code == code, "\(run)", sourceLocation: line)
    #expect(run.complaint.hasPrefix("sitrep: "), "\(run)", sourceLocation: line)
    #expect(words.isEmpty || run.complaint.contains(words), "\(run)", sourceLocation: line)
    #expect(run.output == "", sourceLocation: line)
  }

  @Test func oneForWhatIsRefused() throws {
    let sitrep = try Home()
    try sitrep.declare()
    expect(1, try sitrep("incident", "close", "1"), saying: "still open")
    expect(1, try sitrep("incident", "severity", "1", "SEV4"), saying: "word of reason")
    expect(1, try sitrep("log", "   "), saying: "empty")
    expect(1, try sitrep("incident", "reopen", "1", "--reason", "x"))
    expect(1, try sitrep("incident", "ack", "1"))
    expect(1, try sitrep("incident", "undo", "1", "--as", "stranger"))
    _ = try sitrep("incident", "resolve", "1")
    expect(1, try sitrep("incident", "close", "1"), saying: "--waive")
    expect(1, try sitrep.run(["db", "generate"], without: ["SITREP_DB"]), saying: "--db FILE")
    expect(1, try sitrep("db", "generate", "--incidents", "3"), saying: "incidents already")
  }

  @Test(
    arguments: [
      ["nonsense"], ["incident"], ["incident", "list", "--nonsense"], ["incident", "declare"], ["incident", "show"],
      ["demo", "--speed", "0"], ["db", "generate", "--incidents", "0"], ["log"], ["incident", "severity", "1"],
    ])
  func sixtyFourForUsage(words: [String]) throws {
    let run = try Home().run(words)
    #expect(run.code == 64 || (words == ["incident"] && run.code == 0), "\(words): \(run)")
  }

  @Test func sixtyFiveForInputThatIsNone() throws {
    let sitrep = try Home()
    try sitrep.declare()
    expect(65, try sitrep("incident", "declare", "--title", "T", "--severity", "bad"), saying: "no severity")
    expect(65, try sitrep("log", "x", "--kind", "odd"), saying: "no kind")
    expect(65, try sitrep("incident", "role", "1", "king", "lea"), saying: "no role")
    expect(65, try sitrep("incident", "cancel", "1", "--because", "fixed"), saying: "no reason")
    expect(65, try sitrep("incident", "times", "1", "--detected", "-1m", "--precision", "odd"), saying: "precision")
    expect(65, try sitrep("postmortem", "export", "1", "--format", "odd"), saying: "no format")
    expect(65, try sitrep("db", "redact", "odd id", "--reason", "x"), saying: "no entry id")
    expect(65, try sitrep("serve", "--listen", "nowhere"), saying: "no address")
    expect(65, try sitrep("oncall", "who", "--at", "later"), saying: "no time")
    expect(65, try sitrep("oncall", "schedule", "--from", "-1h", "--to", "-2h"), saying: "after")
  }

  @Test func sixtySixForWhatIsNotThere() throws {
    let sitrep = try Home()
    try sitrep.declare()
    expect(66, try sitrep("incident", "ack", "7"), saying: "no incident 7")
    expect(66, try sitrep("incident", "show", "x"))
    expect(66, try sitrep("runbook", "show", "none"), saying: "no runbook none")
    expect(66, try sitrep("runbook", "show", "./none.md"), saying: "no file")
    expect(66, try sitrep("runbook", "run", "none"), saying: "no runbook")
    expect(66, try sitrep("runbook", "step", "none", "1", "--done"), saying: "no run none")
    expect(66, try sitrep("key", "revoke", "none"), saying: "no key none")
    expect(66, try sitrep("db", "redact", "nobody-1", "--reason", "x", "--confirm", "nobody-1"))
  }

  @Test func sixtyFiveForADamagedFile() throws {
    let sitrep = try Home()
    try sitrep.write(String(repeating: "no database ", count: 1_000), to: "store/sitrep.db")
    expect(65, try sitrep("incident", "list"), saying: "sitrep.db")
    expect(65, try sitrep("log", "x"), saying: "sitrep.db")
    expect(65, try sitrep("--db", sitrep.folder, "incident", "list"), saying: "is a folder")
    let doctor = try sitrep("doctor")
    #expect(doctor.code == 1 && doctor.output.contains("LOOK store"))
  }

  /// Puts the schema's number into the header of the file (https://www.sqlite.org/fileformat.html, offset 60).
  private func raiseSchema(_ sitrep: Home, by difference: UInt32) throws {
    var bytes = [UInt8](sitrep.bytes(sitrep.store))
    let version = bytes[60..<64].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } + difference
    for place in 0..<4 { bytes[60 + place] = UInt8(truncatingIfNeeded: version >> (24 - 8 * UInt32(place))) }
    try Data(bytes).write(to: URL(filePath: sitrep.store))
  }

  @Test func seventyEightForANewerSchemaOrABadConfiguration() throws {
    let sitrep = try Home()
    try sitrep.declare()
    try raiseSchema(sitrep, by: 1)
    #expect(try sitrep("incident", "list").output.contains("Checkout fails"))
    expect(78, try sitrep("log", "x"), saying: "newer Sitrep")
    try raiseSchema(sitrep, by: 1_000)
    expect(78, try sitrep("incident", "list"), saying: "newer Sitrep")
    let other = try Home()
    try other.write("people: 7\n", to: "config/oncall.yaml")
    let config = other.folder + "/config"
    expect(78, try other("oncall", "who", "--config", config), saying: "oncall.yaml")
    let check = try other("config", "check", "--config", config)
    #expect(check.code == 78 && check.output.contains("oncall.yaml"))
    let problems = try other("config", "check", "--config", config, "--json").json()
    #expect(problems.array?.first?["line"]?.integer == 1)
  }

  @Test func seventyThreeForWhatCannotBeMade() throws {
    let sitrep = try Home()
    try sitrep.write("a file", to: "file")
    expect(
      73,
      try sitrep("--db", sitrep.folder + "/file/sitrep.db", "incident", "declare", "--title", "T", "--severity", "SEV1")
    )
    try sitrep.declare()
    expect(73, try sitrep("postmortem", "export", "1", "-o", sitrep.folder + "/none/pm.md"), saying: "none/pm.md")
    expect(73, try sitrep("db", "backup", sitrep.store), saying: "already")
    expect(73, try sitrep.run(["demo", "--plain"], environment: ["TMPDIR": sitrep.folder + "/none"]), saying: "TMPDIR")
  }

  @Test func seventyFourWhereTheOutputCannotBeWritten() throws {
    let sitrep = try Home()
    try sitrep.declare()
    for words in [["incident", "list"], ["postmortem", "export", "1"], ["incident", "show", "1", "--json"]] {
      let run = try sitrep.run(
        ["-c", "exec \"$0\" \"$@\" > /dev/full", Program.path] + words, program: "sh")
      #expect(run.code == 74 && run.complaint.contains("could not be written"), "\(run)")
      let gone = try sitrep.run(["-c", "\"$0\" \"$@\" | true", Program.path] + words, program: "sh")
      #expect(gone.code == 0 && gone.complaint == "")
    }
  }

  @Test func seventyFourWhereAFileMayNotGrow() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let text = String(repeating: "x", count: 60_000)
    var full = Finished(code: 0, output: "", complaint: "")
    for _ in 0..<40 where full.code == 0 {
      full = try sitrep.run(["-c", "ulimit -f 700; exec \"$0\" \"$@\"", Program.path, "log", text], program: "sh")
    }
    #expect(full.code == 74 && full.complaint.contains("Nothing was recorded"), "\(full)")
    let before = try #require(try sitrep.shown()["timeline"]?.array?.count)
    #expect(try sitrep("db", "verify").code == 0)
    #expect(try sitrep("log", "after").code == 0)
    #expect(try sitrep.shown()["timeline"]?.array?.count == before + 1)
  }

  private static let mayMount: Bool = {
    guard geteuid() == 0 else { return false }
    let place = NSTemporaryDirectory() + "/sitrep-mount-\(UInt64.random(in: 0...UInt64.max))"
    guard mkdir(place, 0o700) == 0 else { return false }
    defer { rmdir(place) }
    guard mount("tmpfs", place, "tmpfs", 0, "size=64k") == 0 else { return false }
    umount(place)
    return true
  }()

  @Test(.enabled(if: mayMount, "only root may mount a small file system"))
  func seventyFourWhereTheDiskIsFull() throws {
    let sitrep = try Home()
    let folder = sitrep.folder + "/disk"
    #expect(mkdir(folder, 0o700) == 0 && mount("tmpfs", folder, "tmpfs", 0, "size=2m") == 0)
    defer { umount2(folder, Int32(MNT_DETACH)) }
    let store = folder + "/sitrep.db"
    #expect(try sitrep("--db", store, "incident", "declare", "--title", "T", "--severity", "SEV1").code == 0)
    var kept = 0
    var full = Finished(code: 0, output: "", complaint: "")
    while full.code == 0, kept < 60 {
      full = try sitrep("--db", store, "log", String(repeating: "x", count: 50_000))
      if full.code == 0 { kept += 1 }
    }
    #expect(full.code == 74 && full.complaint.contains("Nothing was recorded"), "\(full)")
    #expect(full.complaint.contains("space"), "\(full)")
    #expect(mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT), "size=8m") == 0)
    let shown = try sitrep("--db", store, "incident", "show", "1", "--json").json()
    #expect(shown["timeline"]?.array?.filter { ($0["text"]?.string?.count ?? 0) == 50_000 }.count == kept)
    #expect(try sitrep("--db", store, "db", "verify").code == 0)
  }

  @Test func seventyFiveWhileAnotherKeepsTheFileLocked() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let descriptor = open(sitrep.store + "-write", O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
    expect(75, try sitrep("log", "x"), saying: "locked for too long")
    #expect(try sitrep("incident", "list").code == 0)
    #expect(flock(descriptor, LOCK_UN) == 0)
    #expect(try sitrep("log", "x").code == 0)
  }

  private static let asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
  private static let mayBeNobody: Bool =
    geteuid() == 0 && Program.isInstalled("setpriv")
    && (try? Home().run(["--version"], through: asNobody))?.code == 0

  @Test(.enabled(if: mayBeNobody, "only root can become somebody without rights"))
  func seventySevenForWhatMayOnlyBeRead() throws {
    let sitrep = try Home()
    try sitrep.declare()
    #expect(chmod(sitrep.folder, 0o755) == 0 && chmod(sitrep.folder + "/store", 0o755) == 0)
    #expect(chmod(sitrep.folder + "/tmp", 0o1777) == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: sitrep.folder + "/store") {
      #expect(chmod(sitrep.folder + "/store/" + name, 0o644) == 0)
    }
    expect(77, try sitrep.run(["log", "x"], through: Self.asNobody))
    let read = try sitrep.run(["--read-only", "incident", "list"], through: Self.asNobody)
    #expect(read.code == 0 && read.output.contains("Checkout fails"), "\(read)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sitrep.folder + "/tmp") == [])
    #expect(chmod(sitrep.store, 0o600) == 0)
    expect(77, try sitrep.run(["log", "x"], through: Self.asNobody))
    expect(77, try sitrep.run(["--read-only", "incident", "list"], through: Self.asNobody))
    let locked = sitrep.folder + "/locked"
    #expect(mkdir(locked, 0o755) == 0)
    expect(
      77,
      try sitrep.run(
        ["--db", locked + "/a/sitrep.db", "incident", "declare", "--title", "T", "--severity", "SEV1"],
        through: Self.asNobody))
    #expect(chmod(sitrep.store, 0o644) == 0)
    expect(
      77,
      try sitrep.run(
        ["--read-only", "postmortem", "export", "1", "-o", locked + "/pm.md"], through: Self.asNobody),
      saying: "pm.md")
  }

  @Test func seventySevenWithoutAConfirmation() throws {
    let sitrep = try Home()
    try sitrep.declare()
    _ = try sitrep("log", "secret")
    let id = try sitrep.shown()["timeline"]?.array?.last?["id"]?.string ?? "none"
    expect(77, try sitrep("db", "redact", id, "--reason", "r"), saying: "--confirm \(id)")
    expect(77, try sitrep("db", "redact", id, "--reason", "r", "--confirm", "1"), saying: "Nothing was done")
    #expect(try sitrep("incident", "show", "1").output.contains("secret"))
  }

  @Test func sixtyNineWhereTheAddressIsTaken() throws {
    let sitrep = try Home()
    let port = Loopback.freePort()
    let first = try sitrep.start("serve", "--listen", "127.0.0.1:\(port)")
    #expect(first.waits(for: "listening"))
    let second = try sitrep("serve", "--listen", "127.0.0.1:\(port)")
    #expect(second.code == 69, "\(second)")
    #expect(first.end() == 0)
    let open = try sitrep("serve", "--listen", "0.0.0.0:\(port)")
    #expect(open.code != 0 && open.complaint.contains("key"), "\(open)")
  }

  @Test func zeroForHelpAndVersion() throws {
    let sitrep = try Home()
    let version = try sitrep("--version")
    #expect(version.code == 0 && version.output.first?.isNumber == true)
    for words in [["--help"], ["help"], ["incident", "--help"], ["incident", "declare", "--help"]] {
      let help = try sitrep.run(words)
      #expect(help.code == 0 && help.output.contains("USAGE") && help.complaint == "")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sitrep.home) == [])
  }
}
