import EventLog
import Foundation
import Glibc
import Testing

/// A store that a group shares, used under real logins. They can be made by root alone; elsewhere these tests are left
/// out, and say so.
@Suite(.serialized, .enabled("needs root, useradd and setpriv: it makes users of its own") { TeamHost.isPossible })
struct TeamStoreTests {
  static let people = """
    people:
      mira:
        logins: [%MIRA%]
        roles: [keys, redaction, waivers]
      jonas:
        logins: [%JONAS%]
      lea:
        name: Lea Example
    """

  @Test func whatTheGroupSharesHasTheModesOfATeam() throws {
    let host = try TeamHost()
    let run = try host.initialise()
    #expect(run.code == 0 && run.output.contains("oncall.yaml written"), "\(run)")
    #expect(try host.mode(host.data) == "2770 \(host.group)" && host.mode(host.config) == "2770 \(host.group)")
    #expect(try host.mode(host.config + "/oncall.yaml") == "660 \(host.group)")
    #expect(
      try host.run(as: host.mira, "incident", "declare", "--title", "Checkout fails", "--severity", "SEV2").code == 0)
    #expect(try host.run(as: host.jonas, "log", "on it").code == 0)
    for suffix in ["", "-write", "-bell"] { #expect(try host.mode(host.store + suffix) == "660 \(host.group)") }
    let shown = try host.run(as: host.jonas, "incident", "show", "1", "--json").json()
    let entry = try #require(shown["timeline"]?.array?.first { $0["text"]?.string == "on it" })
    #expect(entry["actor"]?.string == "jonas" && entry["assurance"]?.string == "verified")
    let doctor = try host.run(as: host.mira, "doctor")
    #expect(doctor.code == 0 && doctor.output.contains("ok   folder: \(host.data) is 2770"), "\(doctor)")
    #expect(doctor.output.contains("ok   you: mira") && doctor.output.contains("LOOK people: lea"))
    #expect(!doctor.output.contains("files:"))
  }

  @Test func thoseBesideTheWriteAheadLogAreSharedToo() throws {
    let host = try TeamHost()
    try host.start()
    // A process of one user holds the file open while another writes. The daemon is no person, and is asked nothing.
    let serve = try host.background(as: host.guest, "serve", "--listen", "127.0.0.1:0")
    #expect(serve.waits(for: "listening"))
    #expect(try host.run(as: host.jonas, "log", "beside it").code == 0)
    for suffix in ["-wal", "-shm"] { #expect(try host.mode(host.store + suffix) == "660 \(host.group)") }
    #expect(serve.end() == 0)
    #expect(try host.run(as: host.mira, "incident", "show", "1").output.contains("beside it"))
  }

  @Test func anUnknownLoginIsNotGuessedAndAnUnknownNameRefused() throws {
    let host = try TeamHost()
    try host.start()
    let unknown = try host.run(as: host.guest, "log", "who am I")
    #expect(unknown.code == 77 && unknown.complaint.contains("--as"), "\(unknown)")
    let wrong = try host.run(as: host.guest, "--as", "mirra", "log", "x")
    #expect(wrong.code == 77 && wrong.complaint.contains("--as mira"), "\(wrong)")
    #expect(try host.run(as: host.mira, "--as", "stranger", "log", "x").code == 77)
    // Nobody can be asked here, so --as serves, and is recorded as said.
    #expect(try host.run(as: host.guest, "--as", "lea", "log", "lea was here").code == 0)
    let timeline = try host.run(as: host.guest, "incident", "show", "1", "--json").json()["timeline"]?.array
    let entry = try #require(timeline?.first { $0["text"]?.string == "lea was here" })
    #expect(entry["actor"]?.string == "lea" && entry["assurance"]?.string == "asserted")
    // Looking is for everybody in the group.
    #expect(try host.run(as: host.guest, "incident", "list").output.contains("Checkout fails"))
    #expect(try host.run(as: host.guest, "doctor").output.contains("LOOK you"))
  }

  @Test func anUnknownLoginIsAskedOnceOnATerminal() throws {
    guard Program.isInstalled("script") else { return }
    let host = try TeamHost()
    try host.start()
    let first = try host.typing("9\n3\n", as: host.guest, "log 'asked once'")
    #expect(first.contains("Who are you?") && first.contains("none of them"), "\(first)")
    let second = try host.typing("", as: host.guest, "log 'not again'")
    #expect(!second.contains("Who are you?"), "\(second)")
    let timeline = try host.run(as: host.mira, "incident", "show", "1", "--json").json()["timeline"]?.array ?? []
    for text in ["asked once", "not again"] {
      let entry = try #require(timeline.first { $0["text"]?.string == text })
      #expect(entry["actor"]?.string == "lea" && entry["assurance"]?.string == "asserted")
    }
    // Whoever only looks changes nothing.
    let look = try host.typing("\n", as: host.other, "log 'never written'")
    #expect(look.contains("Who are you?"))
    #expect(try !host.run(as: host.mira, "incident", "show", "1").output.contains("never written"))
  }

  @Test func rightsNeedALoginOfOnesOwn() throws {
    let host = try TeamHost()
    try host.start()
    #expect(try host.run(as: host.mira, "key", "create", "prod").code == 0)
    let without = try host.run(as: host.jonas, "key", "create", "other")
    #expect(without.code == 77 && without.complaint.contains("mira may do it"), "\(without)")
    let said = try host.run(as: host.jonas, "--as", "mira", "key", "revoke", "prod")
    #expect(said.code == 77 && said.complaint.contains("only said"), "\(said)")
    #expect(try host.run(as: host.jonas, "key", "list").output.contains("prod"))
    let id = try #require(
      try host.run(as: host.mira, "incident", "show", "1", "--json").json()["timeline"]?.array?.last?["id"]?.string)
    #expect(try host.run(as: host.jonas, "db", "redact", id, "--reason", "r", "--confirm", id).code == 77)
    #expect(try host.run(as: host.mira, "db", "redact", id, "--reason", "r", "--confirm", id).code == 0)
    // Acknowledging and logging need no right.
    #expect(try host.run(as: host.jonas, "log", "no right needed").code == 0)
  }

  @Test func whoIsNotInTheGroupSeesNothing() throws {
    let host = try TeamHost()
    try host.start()
    let run = try host.run(as: host.outsider, "incident", "list")
    #expect(run.code == 77 && !run.output.contains("Checkout"), "\(run)")
  }

  @Test func aFolderOfOtherThingsIsNotGivenAway() throws {
    let host = try TeamHost()
    try Data("mine".utf8).write(to: URL(filePath: host.folder + "/data-notes.txt"))
    try FileManager.default.createDirectory(atPath: host.data, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(filePath: host.data + "/notes.txt"))
    let run = try host.initialise()
    #expect(run.code == 1 && run.complaint.contains("notes.txt"), "\(run)")
    #expect(try host.mode(host.data + "/notes.txt").hasSuffix("root"))
    let none = try host.run(as: nil, "config", "init", "--team", "no-such-group-here")
    #expect(none.code == 65 && none.complaint.contains("groupadd"))
  }

  @Test func doctorNamesWhatIsNotShared() throws {
    let host = try TeamHost()
    try host.start()
    chmod(host.store, 0o640)
    let doctor = try host.run(as: nil, "doctor")
    #expect(doctor.output.contains("LOOK files: \(host.store) is 0640"), "\(doctor)")
    #expect(try host.initialise().code == 0)
    #expect(try !host.run(as: nil, "doctor").output.contains("LOOK files"))
  }
}
