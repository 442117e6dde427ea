import EventLog
import Foundation
import Testing

@Suite struct RunbookVerbTests {
  @Test func theShippedRunbookIsListedShownAndWhole() throws {
    let sitrep = try Home()
    let rows = try #require(try sitrep("runbook", "list", "--json").json().array)
    let row = try #require(rows.first { $0["name"]?.string == "high-error-rate" })
    #expect((row["steps"]?.integer ?? 0) > 3 && row["rules"]?.array?.isEmpty == false)
    #expect(try sitrep("runbook", "list").output.contains("high-error-rate"))
    let shown = try sitrep("runbook", "show", "high-error-rate", "--json").json()
    #expect(shown["steps"]?.array?.count == row["steps"]?.integer.map(Int.init))
    let source = try sitrep("runbook", "show", "high-error-rate").output
    #expect(source == sitrep.text(Program.root + "/runbooks/high-error-rate.md"))
    let check = try sitrep("runbook", "check", "high-error-rate")
    // All that it lacks is the names of a team that reviewed it.
    #expect(check.code == 0 && check.output.split(separator: "\n").count == 1)
    #expect(check.output.contains("reviewers"))
  }

  @Test func anyMarkdownOpensAndSaysWhatItLacks() throws {
    let sitrep = try Home()
    let file = try sitrep.write(
      "# Disk full\n\n1. Look.\n\n   ```sh\n   df -h\n   ```\n2. Remove logs.\n", to: "disk.md")
    let shown = try sitrep("runbook", "show", file, "--json").json()
    #expect(shown["title"]?.string == "Disk full" && shown["steps"]?.array?.count == 2)
    let front = try #require(shown["front_matter"]?.object)
    #expect(front["service"] == .null && front["target_ms"] == .null && front["rules"]?.array == [])
    let command = try #require(shown["steps"]?.array?.first?["commands"]?.array?.first)
    #expect(command["text"]?.string == "df -h" && command["risk"]?.string != nil && command["output"] == .null)
    // It is right as it is; what it lacks is told to who asks.
    let plain = try sitrep("runbook", "check", file)
    #expect(plain.code == 0 && plain.output == "disk: all there, 2 steps, 1 commands, 0 checks.\n")
    let check = try sitrep("runbook", "check", file, "--standard")
    #expect(check.code == 1 && check.output.contains("\(file):1: The section \"Impact\" is missing: add `## Impact`."))
    let json = try #require(try sitrep("runbook", "check", file, "--standard", "--json").json().array?.first)
    #expect(json["line"]?.integer == 1 && json["file"]?.string == file && json["blocking"] == .bool(true))
  }

  @Test func theTenThatShipMeetTheStandard() throws {
    let sitrep = try Home()
    #expect(try sitrep("runbook", "list", "--json").json().array?.count == 10)
    let check = try sitrep("runbook", "check")
    #expect(check.code == 0 && check.output.split(separator: "\n").allSatisfy { $0.contains("Not approved yet") })
  }

  @Test func aRunBranchesAndItsGapsAreFilled() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let begun = try sitrep("runbook", "run", "high-error-rate", "-i", "1", "--set", "endpoint=https://api.test")
    #expect(begun.code == 0 && begun.output.contains("sitrep incident ack 1"))
    #expect(begun.output.contains("Done: sitrep runbook step "))
    let taken = try sitrep("runbook", "step", "high-error-rate", "--option", "c")
    #expect(taken.output.hasPrefix("high-error-rate: option C taken, replace a wedged instance"))
    let shown = try sitrep("runbook", "step", "high-error-rate", "12").output
    #expect(shown.contains("! pod (the name of a pod that fails) is not known: sitrep runbook step"))
    #expect(try sitrep("runbook", "step", "high-error-rate", "--set", "pod=api-7").code == 0)
    #expect(try sitrep("runbook", "step", "high-error-rate", "12").output.contains("delete pod api-7"))
    let wrong = try sitrep("runbook", "step", "high-error-rate", "--set", "pdo=api-7")
    #expect(wrong.code == 65 && wrong.complaint.contains("has no {{pdo}}"))
    #expect(try sitrep("runbook", "step", "high-error-rate", "--option", "Z").code == 1)
    let page = try sitrep("runbook", "status", "high-error-rate", "--json").json()
    #expect(page["options"]?.array?.map { $0["taken"] } == [false, false, true, false, false].map { .bool($0) })
    #expect(page["text"]?.string == "same" && page["rto_seconds"]?.integer == 3_600)
    let messages = try sitrep("runbook", "show", "high-error-rate", "-i", "1", "--section", "Communication").output
    #expect(messages.hasPrefix("## Communication templates") && messages.contains("{{share}} %"))
    #expect(!messages.contains("{{started_at}}") && !messages.contains("## Prevention"))
  }

  @Test func aRunIsSteppedToItsEnd() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let begun = try sitrep("runbook", "run", "high-error-rate", "-i", "1")
    #expect(begun.code == 0)
    let runs = try #require(try sitrep("runbook", "status", "--json").json().array)
    #expect(runs.count == 1 && runs[0]["incident"]?.string == "1" && runs[0]["current_step"]?.integer == 1)
    let key = try #require(runs[0]["id"]?.string.map { String($0.dropFirst("run:".count)) })
    #expect(begun.output.contains(key))
    #expect(try sitrep("runbook", "step", key, "1", "--done", "--note", "12 %").code == 0)
    #expect(try sitrep("runbook", "step", key, "2", "--skip", "nothing deployed").code == 0)
    #expect(try sitrep("runbook", "step", key, "3", "--note", "asked the provider").code == 0)
    let page = try sitrep("runbook", "step", key, "1", "--reopen", "--json").json()
    #expect(page["steps"]?.array?.prefix(3).map { $0["state"]?.string } == ["todo", "skipped", "todo"])
    #expect(page["steps"]?.array?[1]["notes"]?.array?.first?.string?.contains("nothing deployed") == true)
    let status = try sitrep("runbook", "status", key).output
    #expect(status.contains("[-] 2") && status.contains("asked the provider"))
    #expect(try sitrep("runbook", "run", "high-error-rate", "-i", "1").output.contains("goes on"))
    #expect(try sitrep("runbook", "step", key, "--abandon", "another team has it").code == 0)
    #expect(try sitrep("runbook", "status").output == "No run is under way.\n")
    let second = try sitrep("runbook", "run", "high-error-rate", "--json").json()
    let other = String(second["runbook"]?["run"]?["id"]?.string?.dropFirst("run:".count) ?? "")
    let early = try sitrep("runbook", "step", other, "--complete")
    #expect(early.code == 0 || early.code == 1)
    #expect(try sitrep.shown()["runs"]?.array?.count == 1)
  }
}
