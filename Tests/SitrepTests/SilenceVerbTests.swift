import EventLog
import Foundation
import Testing

/// Silences and maintenance from the command line.
@Suite struct SilenceVerbTests {
  @Test func aSilenceKeepsAPageBackAndSaysSoEverywhere() async throws {
    let home = try PagingHome(services: ["checkout", "search"])
    let added = try home.run("silence", "add", "service=checkout", "--for", "2h", "--reason", "the disk is replaced")
    #expect(added.code == 0 && added.output.contains("Silence for 2h on service=checkout"), "\(added)")
    let port = Loopback.freePort()
    let serve = try home.serve(port)
    try home.alert("checkout", at: port)
    try home.alert("search", at: port)
    // That of the other service leaves.
    #expect(await Task.detached { home.receiver.waits() }.value, "\(serve.complaint)")
    #expect(serve.end() == 0)
    #expect(home.receiver.counts.count == 1)
    let list = try home.run("silence", "list")
    #expect(list.output.contains("in force") && list.output.contains("kept back a page of #1 SEV1"), "\(list.output)")
    let json = try home.run("silence", "list", "--json").json()
    #expect(try JSONSchema(named: "silence-list").problems(of: json).isEmpty)
    let brief = try home.run("oncall", "handoff")
    #expect(brief.output.contains("the disk is replaced, 1 kept back"), "\(brief)")
    let id = try #require(json.array?.first?["id"]?.string)
    #expect(try home.run("maintenance", "end", String(id.prefix(4))).code == 66)
    let ended = try home.run("silence", "end", String(id.prefix(4)), "--reason", "done")
    #expect(ended.code == 0 && ended.output.contains("Ended before its time: done"))
    #expect(try home.run("silence", "list").output.contains("Nothing is silenced."))
  }

  @Test func whatIsMissingIsSaid() throws {
    let home = try PagingHome()
    let cases: [([String], Int32, String)] = [
      (["service=a", "--for", "2h"], 1, "needs a word of reason"),
      (["--for", "2h", "--reason", "x"], 1, "wake nobody at all"),
      (["service=a", "--reason", "x"], 64, "Say when it ends"),
      (["service=a", "--for", "2h", "--until", "15:00", "--reason", "x"], 64, "Say when it ends"),
      (["colour=red", "--for", "2h", "--reason", "x"], 65, "is no condition"),
      (["service=a", "--for", "30d", "--reason", "x"], 1, "14 days at most"),
    ]
    for verb in ["silence", "maintenance"] {
      for (words, code, sentence) in cases {
        let run = try home.sitrep.run([verb, "add"] + words + home.configuration)
        #expect(run.code == code && run.complaint.contains(sentence), "\(verb) \(words): \(run)")
      }
    }
    let added = try home.run("maintenance", "add", "rule=Disk*", "--for", "1h", "--reason", "new disks")
    #expect(added.code == 0 && added.output.contains("Maintenance for 1h on rule=Disk*"))
    #expect(try home.run("silence", "list").output.contains("Nothing is silenced."))
    #expect(try home.run("maintenance", "list").output.contains("new disks"))
  }
}
