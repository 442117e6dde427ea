import EventLog
import Foundation
import Testing

/// What people are told, verb by verb.
@Suite struct CommsVerbTests {
  private func declared() throws -> Home {
    let sitrep = try Home()
    try sitrep.declare("Checkout fails", "SEV1")
    _ = try sitrep("incident", "impact", "1", "Cards are refused for some")
    return sitrep
  }

  @Test func aDraftIsPrintedWithNothingAroundIt() throws {
    let sitrep = try declared()
    let run = try sitrep("comms", "draft", "1", "--audience", "public", "--say", "Cards fail.")
    #expect(run.code == 0 && run.output.hasPrefix("Investigating: Cards fail.\n\nWhat you may notice: Cards"), "\(run)")
    #expect(run.output.contains("\n\nNext update by ") && !run.output.contains("sitrep"))
    #expect(run.complaint.contains("it promises more by "))
    let short = try sitrep("comms", "draft", "1", "--audience", "internal", "--format", "sms")
    #expect(short.output.count <= 161 && short.output.hasPrefix("SEV1 #1 Investigating: "), "\(short)")
    #expect(short.complaint.contains("the sentence to change, with --say: "))
    let slack = try sitrep("comms", "draft", "1", "--audience", "public", "--say", "a < b", "--format", "slack")
    #expect(slack.output.hasPrefix("Investigating: a &lt; b\n"))
    let mail = try sitrep("comms", "draft", "1", "--audience", "customers", "--format", "mail")
    #expect(mail.output.hasPrefix("Subject: Investigating: Incident 1\n\nHello,\n"))
    #expect(try sitrep("comms", "draft", "1", "--audience", "public", "--format", "fax").code == 65)
    #expect(try sitrep("comms", "draft", "1", "--audience", "everybody").complaint.contains("internal, public"))
    let template = try sitrep.write("{{status}}, {{severity}} #{{incident}}\n", to: "own.mustache")
    #expect(
      try sitrep("comms", "draft", "1", "--audience", "management", "--template", template).output
        == "Investigating, SEV1 #1\n")
    #expect(try sitrep("comms", "draft", "1", "--audience", "vip", "--template", "nowhere").code == 66)
    #expect(try sitrep("comms", "draft", "9", "--audience", "public").code == 66)
  }

  @Test func aGapFailsAndIsNamed() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let run = try sitrep("comms", "draft", "1", "--audience", "public")
    #expect(run.code == 1 && run.output.contains("{{impact}}") && run.complaint.contains("missing: --set impact=TEXT"))
    let filled = try sitrep("comms", "draft", "1", "--audience", "public", "--set", "impact=Cards are refused")
    #expect(filled.code == 0 && filled.output.contains("What you may notice: Cards are refused"), "\(filled)")
    let sent = try sitrep("comms", "sent", "1", "--audience", "public", "--channel", "page", "It is {{impact}}")
    #expect(sent.code == 1 && sent.complaint.contains("gaps (impact)"), "\(sent)")
    #expect(try sitrep("comms", "draft", "1", "--audience", "public", "--set", "impct=x").complaint.contains("impct"))
  }

  @Test func whatWentOutIsRecordedAndDueAgain() throws {
    let sitrep = try declared()
    let due = try sitrep("comms", "due")
    #expect(due.code == 0 && due.output.contains("  internal: by ") && !due.output.contains("  public: by "), "\(due)")
    let sent = try sitrep(
      "comms", "sent", "1", "--audience", "public", "--channel", "statuspage", "--title", "Cards", "--next", "+20m",
      "Some cards are refused. Next update by 14:30 UTC")
    #expect(sent.code == 0 && sent.output.contains("To the public by statuspage: Some cards are refused."), "\(sent)")
    #expect(sent.output.contains("(approved by ") && sent.complaint == "")
    #expect(try sitrep("comms", "due", "1").output.contains("  public: by "))
    let kinds = try sitrep.shown()["deadlines"]?.array?.compactMap { $0["kind"]?.string } ?? []
    #expect(kinds.contains("public_update") && kinds.contains("update"))
    let late = try sitrep("comms", "sent", "1", "--audience", "public", "--channel", "page", "--next", "+50m", "x")
    #expect(late.code == 1 && late.complaint.contains("promise that time or an earlier one"), "\(late)")
    let piped = try sitrep.run(
      ["comms", "sent", "1", "--audience", "internal", "-"], input: "Sorry for any inconvenience.\n")
    #expect(piped.code == 0 && piped.output.contains("To the team by slack: Sorry"), "\(piped)")
    #expect(piped.complaint.contains("inconvenience"))
    #expect(try sitrep("comms", "pace", "1", "long").complaint.contains("commander"))
  }

  @Test func aCheckNamesWhatItFinds() throws {
    let sitrep = try declared()
    let bad = try sitrep(
      "comms", "check", "1", "--audience", "public", "Probably db-prod-01. It will be fixed within the hour.")
    #expect(bad.code == 1)
    for word in ["cause", "internal name", "promise", "next update"] {
      #expect(bad.output.contains(word), "\(word): \(bad)")
    }
    let text = "Some cards are refused. Next update by 14:30 UTC"
    #expect(try sitrep("comms", "check", "1", "--audience", "public", text).output == "Nothing to say against it.\n")
    let approved = try sitrep("comms", "check", "1", "--audience", "public", "--approve", text)
    #expect(approved.code == 0 && approved.output.contains("Approved for the public: Some cards"), "\(approved)")
  }

  @Test func aPageOfOnesOwn() throws {
    let sitrep = try declared()
    let folder = sitrep.folder + "/www"
    _ = try sitrep("log", "a secret", "--kind", "comms")
    _ = try sitrep("comms", "sent", "1", "--audience", "public", "--channel", "page", "--title", "Cards", "Cards fail.")
    let run = try sitrep("comms", "publish", folder)
    #expect(run.code == 0 && run.output.contains("1 open, 0 over") && run.complaint == "", "\(run)")
    let html = sitrep.text(folder + "/index.html")
    #expect(html.contains("Cards fail.") && html.contains("Last updated") && !html.contains("secret"))
    #expect(!html.contains("Checkout fails"))
    _ = try sitrep("incident", "resolve", "1", "--verified-by", "an order")
    #expect(try sitrep("comms", "publish", folder).complaint.contains("the page still says Investigating"))
    let json = try JSONDecoder().decode(JSONValue.self, from: sitrep.bytes(folder + "/status.json"))
    #expect(json["open"] == .bool(true))
    #expect(try JSONSchema(named: "comms-publish").problems(of: json).isEmpty)
    #expect(try Home().run(["comms", "publish", folder]).code == 66)
  }

  @Test func outputsFitTheirSchemas() throws {
    let sitrep = try declared()
    func expect(_ run: Finished, _ name: String) throws {
      let problems = try JSONSchema(named: name).problems(of: run.json())
      #expect(problems.isEmpty, "\(name): \(problems.prefix(5))")
    }
    try expect(try sitrep("comms", "due", "--json"), "comms-due")
    try expect(try sitrep("comms", "draft", "1", "--audience", "public", "--json"), "comms-draft")
    let text = "any inconvenience {{gap}}"
    try expect(try sitrep("comms", "check", "1", "--audience", "vip", "--json", text), "comms-check")
    let sent = try sitrep("comms", "sent", "1", "--audience", "public", "--channel", "page", "--json", "Cards fail.")
    try expect(sent, "incident-show")
    try expect(try sitrep("--as", "tom", "comms", "draft", "1", "--audience", "public", "--json"), "comms-draft")
    try expect(try sitrep("comms", "due", "1", "--json"), "comms-due")
    try expect(try sitrep("comms", "publish", sitrep.folder + "/www", "--json"), "comms-publish")
  }

  /// What a message is handed to: a program that answers as the test wants.
  private func furnished(_ program: String) throws -> (home: Home, config: [String]) {
    let sitrep = try declared()
    try sitrep.write(
      """
      channels: {internal: [hook, phone], public: [hook]}
      """, to: "config/comms.yaml")
    try sitrep.write(
      """
      delivery: {channels: {hook: {kind: command, run: [/bin/sh, -c, "\(program)"]}}}
      """, to: "config/sitrep.yaml")
    return (sitrep, ["--config", sitrep.folder + "/config"])
  }

  @Test(.timeLimit(.minutes(5))) func oneDraftGoesOutAndTheTimelineSaysWhatBecameOfIt() throws {
    let (sitrep, config) = try furnished("cat > /dev/null")
    let ask = ["comms", "send", "1", "--audience", "internal", "--say", "All red."] + config
    let unconfirmed = try sitrep.run(ask)
    #expect(unconfirmed.code == 77 && unconfirmed.complaint.contains("--confirm 1"), "\(unconfirmed)")
    #expect(unconfirmed.output.contains("All red.") && unconfirmed.complaint.contains("goes to the team by hook"))
    #expect(try sitrep.run(["letter", "list", "--all", "--json"] + config).json().array?.isEmpty == true)
    // Nothing watches: the verb sends it itself.
    let alone = try sitrep.run(ask + ["--confirm", "1"])
    #expect(alone.code == 0 && alone.output.contains("hook: sent\nphone: by hand"), "\(alone)")
    let serve = try sitrep.start(["serve", "--listen", "127.0.0.1:\(Loopback.freePort())"] + config)
    #expect(serve.waits(for: "listening on"))
    let sent = try sitrep.run(ask + ["--confirm", "1", "--json", "--wait", "60"])
    #expect(sent.code == 0, "\(sent)")
    let json = try sent.json()
    #expect(json["letters"]?.array?.map { $0["state"]?.string } == ["sent"], "\(sent)")
    #expect(try JSONSchema(named: "comms-send").problems(of: json).isEmpty)
    #expect(serve.end() == 0)
    let texts = (try sitrep.shown()["timeline"]?.array ?? []).compactMap { $0["text"]?.string }
    #expect(texts.contains { $0.hasPrefix("To the team by hook: ") && $0.contains("All red.") }, "\(texts)")
    #expect(texts.contains { $0.hasPrefix("Message to the team went out by hook") }, "\(texts)")
    #expect(try sitrep.run(["comms", "due", "1"] + config).output.contains("(hook sent)"))
  }

  @Test(.timeLimit(.minutes(5))) func whatReachedNobodyHasKeptNoPromise() throws {
    let (sitrep, config) = try furnished("exit 65")
    let before = try sitrep.run(["comms", "due", "1", "--json"] + config).json().array?.first?["clocks"]
    let serve = try sitrep.start(["serve", "--listen", "127.0.0.1:\(Loopback.freePort())"] + config)
    #expect(serve.waits(for: "listening on"))
    let sent = try sitrep.run(
      ["comms", "send", "1", "--audience", "internal", "--confirm", "1", "--wait", "60"] + config)
    #expect(sent.code == 1 && sent.output.contains("hook: FAILED"), "\(sent)")
    #expect(serve.end() == 0)
    let after = try sitrep.run(["comms", "due", "1", "--json"] + config).json().array?.first?["clocks"]
    let due = { (clocks: JSONValue?) in clocks?.array?.first { $0["clock"]?.string == "internal" }?["due_at"]?.string }
    #expect(due(before) != nil && due(before) == due(after))
  }

  @Test func nothingIsSentWithGapsOrForAnotherNumber() throws {
    let (sitrep, config) = try furnished("true")
    _ = try sitrep("incident", "declare", "--title", "x", "--severity", "SEV1")
    let gaps = try sitrep.run(["comms", "send", "2", "--audience", "public", "--confirm", "2"] + config)
    #expect(gaps.code == 1 && gaps.complaint.contains("gap") && gaps.complaint.contains("--set NAME=TEXT"), "\(gaps)")
    let vip = try sitrep.run(["comms", "send", "1", "--audience", "vip", "--confirm", "1"] + config)
    #expect(vip.code == 1 && vip.complaint.contains("comms.yaml names phone"), "\(vip)")
    // Whoever owns a personal store has every right under any name: nothing is to be tested of the commander's word here.
    let other = try sitrep.run(["comms", "send", "1", "--audience", "public", "--confirm", "2"] + config)
    #expect(other.code == 77 && other.complaint.contains("--confirm says 2"), "\(other)")
    #expect(try sitrep.run(["letter", "list", "--all", "--json"] + config).json().array?.isEmpty == true)
  }
}
