import EventLog
import Foundation
import Testing

@Suite struct IncidentVerbTests {
  @Test func everyVerbOfAnIncidentFromDeclarationToItsEnd() throws {
    let sitrep = try Home()
    let declared = try sitrep(
      "incident", "declare", "--title", "Checkout fails", "--severity", "high", "--service", "checkout",
      "--impact-start", "-10m")
    #expect(declared.code == 0 && declared.output == "#1 declared SEV2: Checkout fails\n" && declared.complaint == "")
    let steps: [([String], String)] = [
      (["incident", "unack", "1", "--reason", "wrong person"], "triggered"), (["ack"], "acknowledged"),
      (["incident", "unack", "#1"], "triggered"), (["incident", "ack", "1"], "acknowledged"),
      (["log", "error ratio 12 %"], "acknowledged"),
      (["log", "upstreams healthy", "-i", "1", "--kind", "observation", "--at", "-2m"], "acknowledged"),
      (
        ["incident", "log", "1", "roll back", "--kind", "decision", "--evidence", "https://ci.example/1"],
        "acknowledged"
      ),
      (["incident", "severity", "1", "P0"], "acknowledged"),
      (["incident", "severity", "1", "SEV2", "--reason", "one region"], "acknowledged"),
      (["incident", "role", "1", "commander", "lea"], "acknowledged"),
      (["incident", "impact", "1", "1 in 8 checkouts fails"], "acknowledged"),
      (
        ["incident", "can", "1", "--condition", "failing", "--actions", "rolling back", "--needs", "nothing"],
        "acknowledged"
      ),
      (["incident", "summary", "1", "A release broke the checkout."], "acknowledged"),
      (["incident", "edit", "1", "--title", "Checkout fails for some", "--service", "shop"], "acknowledged"),
      (
        ["incident", "times", "1", "--impact-start", "-12m", "--precision", "approximate", "--reason", "logs"],
        "acknowledged"
      ),
      (["incident", "mitigate", "1", "--note", "rolled back", "--at", "-1s"], "mitigated"),
      (["incident", "resolve", "1", "--verified-by", "ratio 0.1 %", "--note", "release 411"], "resolved"),
      (["incident", "close", "1", "--waive", "only a try"], "closed"),
      (["incident", "reopen", "1", "--reason", "it is back"], "acknowledged"),
      (["incident", "cancel", "1", "--because", "duplicate", "--note", "of another"], "closed"),
    ]
    for (words, status) in steps {
      let run = try sitrep.run(words)
      #expect(run.code == 0 && run.complaint == "" && run.output.hasPrefix("#1 "), "\(words): \(run)")
      #expect(try sitrep.shown()["status"]?.string == status, "\(words)")
    }
    let shown = try sitrep.shown()
    #expect(shown["title"]?.string == "Checkout fails for some" && shown["service"]?.string == "shop")
    #expect(shown["impact"]?.string == "1 in 8 checkouts fails" && shown["resolution"]?.string == "duplicate")
    #expect(shown["can"]?["needs"]?.string == "nothing")
    #expect(
      shown["roles"]?.array?.contains { $0["role"]?.string == "commander" && $0["person"]?.string == "lea" } == true)
    #expect(shown["summary"]?.string == "A release broke the checkout.")
    let timeline = try #require(shown["timeline"]?.array)
    let times = timeline.compactMap { $0["happened_at"]?.string }
    #expect(times == times.sorted() && times.count == timeline.count)
    #expect(shown["decisions"]?.array?.first?["evidence"]?.array == [.string("https://ci.example/1")])
  }

  @Test func entriesAreCorrectedMarkedLeftOutAndTakenBack() throws {
    let sitrep = try Home()
    try sitrep.declare()
    _ = try sitrep("log", "lag 3 s")
    func entry() throws -> JSONValue {
      try #require(try sitrep.shown()["timeline"]?.array?.first { $0["text"]?.string?.hasPrefix("lag") == true })
    }
    let id = try #require(try entry()["id"]?.string)
    #expect(try entry()["supersedes"] == .null && entry()["corrected_by"] == .null)
    #expect(try sitrep("incident", "pin", "1", id).code == 0)
    #expect(try entry()["pinned"] == .bool(true))
    #expect(try sitrep("incident", "pin", "1", id, "--off").code == 0)
    #expect(try sitrep("incident", "hide", "1", id).code == 0)
    #expect(try entry()["pinned"] == .bool(false) && entry()["hidden"] == .bool(true))
    #expect(try sitrep("incident", "correct", "1", id, "--text", "lag 3 ms", "--reason", "unit").code == 0)
    #expect(try entry()["text"]?.string == "lag 3 ms" && entry()["id"]?.string == id)
    #expect(try entry()["supersedes"]?.string == id && entry()["corrected_by"]?.string != nil)
    #expect(try sitrep("incident", "correct", "1", id, "--retract", "--reason", "wrong graph").code == 0)
    #expect(try sitrep.shown()["timeline"]?.array?.contains { $0["id"]?.string == id } == false)
    _ = try sitrep("log", "wrong window")
    #expect(try sitrep("incident", "undo", "1").code == 0)
    #expect(try !sitrep("incident", "show", "1").output.contains("wrong window"))
    #expect(try sitrep("incident", "correct", "1", "nobody-9", "--text", "x", "--reason", "y").code == 66)
    #expect(try sitrep("incident", "pin", "1", "no id").code == 65)
  }

  @Test func aChangeWithJSONPrintsTheIncident() throws {
    let sitrep = try Home()
    let declared = try sitrep(
      "incident", "declare", "--title", "T", "--severity", "SEV3", "--json"
    ).json()
    #expect(declared["number"]?.integer == 1 && declared["timeline"]?.array?.isEmpty == false)
    let logged = try sitrep("log", "hello", "--json").json()
    #expect(logged["timeline"]?.array?.last?["text"]?.string == "hello")
    let run = try sitrep("incident", "mitigate", "1", "--json").json()
    #expect(run["status"]?.string == "mitigated" && run["mitigated_at"]?.string != nil)
  }

  @Test(arguments: ["-10m", "10m ago", "2026-01-05T10:00:00Z", "2026-01-05T10:00:00.250+01:00", "00:00"])
  func timesAreTakenAsPeopleSayThem(_ time: String) throws {
    let sitrep = try Home()
    try sitrep.declare()
    for words in [["log", "x", "--at", time], ["log", "--at", time, "x"], ["log", "x", "--at=" + time]] {
      let run = try sitrep.run(words)
      #expect(run.code == 0, "\(words): \(run)")
    }
    let entries = try #require(try sitrep.shown()["timeline"]?.array?.filter { $0["text"]?.string == "x" })
    #expect(entries.count == 3)
    if time.contains("+01:00") { #expect(entries[0]["happened_at"]?.string == "2026-01-05T09:00:00.250Z") }
  }

  @Test(arguments: ["tomorrow", "25:00", "-", "10 minutes", "2026-13-01T00:00:00Z", "10"])
  func whatIsNoTimeIsSaidSo(_ time: String) throws {
    let sitrep = try Home()
    try sitrep.declare()
    let run = try sitrep("log", "x", "--at=" + time)
    #expect(run.code == 65 && run.complaint.contains("is no time") && run.output == "")
  }

  @Test func theTextIsRecordedAsItStands() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let texts = ["  two  spaces ", "-5 % of traffic", "--json", "`rm -rf /` $HOME %d \"q\"", "ünï→😀 e\u{301}", "a\nb"]
    for text in texts { #expect(try sitrep("log", "--", text).code == 0) }
    let kept = try sitrep.shown()["timeline"]?.array?.compactMap { $0["text"]?.string }
    for text in texts { #expect(kept?.contains(text) == true, "\(text)") }
  }

  @Test func withoutANumberTheOnlyOpenIncidentElseTheList() throws {
    let sitrep = try Home()
    let nothing = try sitrep("log", "x")
    #expect(nothing.code == 66 && nothing.complaint.contains("No incident is open"))
    #expect(try sitrep("ack").code == 66)
    try sitrep.declare("First")
    try sitrep.declare("Second")
    let several = try sitrep("log", "x")
    #expect(several.code == 1 && several.complaint.contains("#1 SEV2 First\n") && several.complaint.contains("#2 "))
    _ = try sitrep("incident", "unack", "1")
    #expect(try sitrep("ack").output.hasPrefix("#1 "))
    _ = try sitrep("incident", "unack", "1")
    _ = try sitrep("incident", "unack", "2")
    let waiting = try sitrep("ack")
    #expect(waiting.code == 1 && waiting.complaint.contains("Second"))
    #expect(try sitrep("ack", "2").output.hasPrefix("#2 "))
  }

  @Test func theRevisionThatSomebodySawCounts() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let seen = try #require(try sitrep.shown()["revision"]?.integer)
    #expect(try sitrep("incident", "severity", "1", "SEV1", "--revision", "\(seen)").code == 0)
    let stale = try sitrep("incident", "severity", "1", "SEV3", "--reason", "r", "--revision", "\(seen)")
    #expect(stale.code == 1 && stale.complaint.contains("revision \(seen)") && stale.complaint.contains("SEV1"))
  }

  @Test func listsAreInTheConsolesOrderOrAllOrByStatusOrSince() throws {
    let sitrep = try Home()
    try sitrep.declare("Minor", "SEV3")
    try sitrep.declare("Major", "SEV1")
    try sitrep.declare("Over", "SEV4")
    _ = try sitrep("incident", "cancel", "3", "--because", "false_alarm")
    try sitrep.declare("Back", "SEV4")
    _ = try sitrep("incident", "resolve", "4")
    func titles(_ words: String...) throws -> [String] {
      try sitrep.run(["incident", "list", "--json"] + words).json().array?.compactMap { $0["title"]?.string } ?? []
    }
    #expect(try titles() == ["Major", "Minor"])
    #expect(try titles("--all") == ["Major", "Minor", "Back", "Over"])
    #expect(try titles("--status", "resolved") == ["Back"])
    #expect(try titles("--status", "closed") == ["Over"])
    #expect(try titles("--status", "acknowledged") == ["Major", "Minor"])
    #expect(try titles("--since", "-10m") == ["Major", "Minor", "Back", "Over"])
    #expect(try titles("--status", "triggered") == [])
    let plain = try sitrep("incident", "list").output
    #expect(plain.contains("Major") && !plain.contains("Over"))
    #expect(try sitrep("incident", "list", "--status", "odd").code == 65)
  }

  @Test func whatRunsOutNextIsToldInAFewCharactersToo() throws {
    let sitrep = try Home()
    #expect(try sitrep("next", "--short").output == "")
    try sitrep.declare("Calm", "SEV4")
    #expect(try sitrep("next", "--short").output == "")
    #expect(try sitrep("next").output.contains("Nothing runs out"))
    #expect(try sitrep("next", "--json").json().isNull)
    try sitrep.declare("Checkout fails", "SEV1")
    let short = try sitrep("next", "--short").output
    #expect(short.hasPrefix("#2 ") && short.count <= 24)
    #expect(try sitrep("next").output.contains("Checkout fails"))
    #expect(try sitrep("next", "--json").json()["number"]?.integer == 2)
  }

  @Test func whoActsIsRecordedAsSaidAndAsSeen() throws {
    let sitrep = try Home()
    try sitrep.declare()
    _ = try sitrep.run(["log", "by login"], environment: ["SITREP_USER": ""])
    _ = try sitrep.run(["log", "by variable"], environment: ["SITREP_USER": "mira"])
    _ = try sitrep.run(["log", "by option", "--as", "jon"], environment: ["SITREP_USER": "mira"])
    let entries = try #require(try sitrep.shown()["timeline"]?.array)
    func said(_ text: String) -> [String?] {
      entries.first { $0["text"]?.string == text }.map { [$0["actor"]?.string, $0["assurance"]?.string] } ?? []
    }
    #expect(said("by login").last == "verified")
    #expect(said("by variable") == ["mira", "asserted"])
    #expect(said("by option") == ["jon", "asserted"])
    #expect(try sitrep("log", "x", "--as", "a\u{1b}b").code == 64)
  }
}
