import EventLog
import Foundation
import Testing

/// Whatever somebody wrote, nothing that the program prints can steer a terminal.
@Suite struct HostileOutputTests {
  private func check(_ run: Finished, _ words: [String]) {
    #expect(HostileText.forbidden(in: run.output).isEmpty, "\(words)")
    #expect(HostileText.forbidden(in: run.complaint).isEmpty, "\(words)")
  }

  @Test func noVerbPrintsWhatCouldMoveACursor() throws {
    let sitrep = try Home()
    let port = Loopback.freePort()
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:\(port)")
    #expect(serve.waits(for: "listening"))
    let sender = try Loopback(port: port)
    for (number, text) in (HostileText.all + ["M\0nul"]).enumerated() {
      let body = try AlertBody.firing(
        "f\(number)", labels: ["service": text, "alertname": "High" + text, "instance": text], summary: text)
      let answer = sender.request("POST", "/api/v1/alertmanager", body: body)
      #expect(answer?.status == 200 || answer?.status == 400, "\(text.debugDescription)")
    }
    #expect(serve.end() == 0)
    let every = HostileText.all.joined(separator: " ")
    check(try sitrep("incident", "declare", "--title", every, "--severity", "SEV1", "--service", every), ["declare"])
    let label = try #require(try sitrep("next", "--json").json()["label"]?.string)
    let list = try sitrep("incident", "list", "--json")
    let mine = try #require(
      try list.json().array?.first {
        $0["title"]?.string?.contains("all is well") == true && $0["declared_at"] != .null
      }?[
        "label"]?.string)
    for text in HostileText.all { check(try sitrep("log", "-i", mine, "--", text), ["log", text]) }
    let entry = try #require(try sitrep.shown(mine)["timeline"]?.array?.last?["id"]?.string)
    let kept = try sitrep.shown(mine)["timeline"]?.array?.compactMap { $0["text"]?.string } ?? []
    // JSON keeps every scalar, written so that a terminal shows it instead of obeying it.
    for text in HostileText.all { #expect(kept.contains(text), "\(text.debugDescription)") }
    let file = try sitrep.write("# \(every)\n\n1. \(every)\n\n   ```sh\n   echo \(every)\n   ```\n", to: "hostile.md")
    for words in [
      ["incident", "list"], ["incident", "list", "--json"], ["incident", "list", "--all"],
      ["incident", "show", mine], ["incident", "show", mine, "--json"], ["incident", "show", label],
      ["incident", "role", mine, "commander", every], ["incident", "impact", mine, every],
      ["incident", "can", mine, "--condition", every], ["incident", "summary", mine, every], ["next"],
      ["log", "x"], ["ack"], ["log", "x", "--kind", every], ["log", "x", "--at=" + every], ["incident", "show", every],
      ["incident", "declare", "--title", "x", "--severity", every], ["--" + every], [every], ["incident", every],
      ["runbook", "show", every], ["runbook", "show", file], ["runbook", "show", file, "--json"],
      ["runbook", "check", file], ["runbook", "run", every], ["runbook", "step", every, "1", "--done"],
      ["key", "create", every], ["key", "list"], ["key", "list", "--json"], ["key", "revoke", every + "x"],
      ["letter", "list"], ["letter", "replay", every], ["letter", "replay", "7"],
      ["db", "redact", every, "--reason", every], ["db", "redact", entry, "--reason", every, "--confirm", every],
      ["--db", "/nowhere/" + every, "incident", "list"], ["--config", "/nowhere/" + every, "oncall", "who"],
      ["--config", "/nowhere/" + every, "config", "path", "--json"], ["serve", "--listen", every], ["doctor"],
      ["oncall", "who", "--at", every], ["--as", every, "log", "x"], ["postmortem", "draft", mine],
      ["postmortem", "export", mine, "--names"], ["postmortem", "export", mine, "--format", "json"],
      ["postmortem", "export", mine, "-o", sitrep.folder + "/pm.md"],
      ["postmortem", "export", mine, "--json", "-o", sitrep.folder + "/pm.json"], ["db", "verify"], ["db", "stats"],
    ] { check(try sitrep.run(words), words) }
    for name in ["pm.md", "pm.json"] {
      #expect(HostileText.forbidden(in: sitrep.text(sitrep.folder + "/" + name)).isEmpty)
    }
    let lines = [
      "list", "show \(mine)", every, "show \(every)", "log \(mine) \(every)", "past \(every)", "past", "quit",
    ]
    let conversation = try sitrep.run(["--plain"], input: lines.joined(separator: "\n") + "\n")
    check(conversation, ["--plain"])
    // No text passes for a line of the program's own.
    for run in [try sitrep("incident", "show", mine), try sitrep("incident", "list"), try sitrep("log", "x")] {
      #expect(!(run.output + run.complaint).split(separator: "\n").contains { $0.hasPrefix("sitrep: all is well") })
    }
  }
}
