import EventLog
import Settings
import Testing

@Suite struct ChannelTests {
  private func read(_ channels: String) -> (channels: [ChannelSetting], problems: [SettingsProblem]) {
    let lines = channels.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    let text = "delivery:\n  channels:\n" + lines.joined(separator: "\n")
    let read = Configuration.read([InitialFile(name: "sitrep.yaml", text: text)])
    return (read.configuration.console.channels, read.problems)
  }

  @Test func eachKindIsRead() {
    let (channels, problems) = read(
      """
      chat: { kind: slack, url: file:/etc/sitrep/secrets/slack, per_minute: 30, burst: 2, give_up_after: 1h }
      pager: { kind: pagerduty, key: env:PD_KEY }
      copy: { kind: pagerduty, key: env:PD_KEY, endpoint: "http://127.0.0.1:7781/v2/enqueue" }
      page: { kind: statuspage, key: env:SP, page: kctbh9vrtdwd }
      mail: { kind: mail, from: "Sitrep <sitrep@example.org>" }
      other-mail: { kind: mail, from: sitrep@example.org, program: [/usr/lib/sendmail, -t] }
      hook: { kind: webhook, url: env:HOOK, sign_with: [env:NEW, "file:/old"] }
      open-hook: { kind: webhook, url: env:HOOK, sign_with: env:ONE }
      phones: { kind: ntfy, server: "https://ntfy.example.org", topic: env:TOPIC, token: file:/t }
      modem: { kind: command, run: [/usr/local/bin/modem, --page], repeatable: on }
      """)
    #expect(problems.isEmpty, "\(problems)")
    #expect(
      channels == [
        ChannelSetting(
          name: "chat", kind: .slack(url: .file("/etc/sitrep/secrets/slack")), perMinute: 30, burst: 2,
          giveUpAfter: .hours(1)),
        ChannelSetting(name: "pager", kind: .pagerDuty(key: .environment("PD_KEY"), endpoint: nil)),
        ChannelSetting(
          name: "copy",
          kind: .pagerDuty(key: .environment("PD_KEY"), endpoint: "http://127.0.0.1:7781/v2/enqueue")),
        ChannelSetting(
          name: "page", kind: .statuspage(key: .environment("SP"), page: "kctbh9vrtdwd", endpoint: nil)),
        ChannelSetting(
          name: "mail",
          kind: .mail(from: "Sitrep <sitrep@example.org>", program: ["/usr/sbin/sendmail", "-t", "-i"])),
        ChannelSetting(
          name: "other-mail", kind: .mail(from: "sitrep@example.org", program: ["/usr/lib/sendmail", "-t"])),
        ChannelSetting(
          name: "hook",
          kind: .webhook(url: .environment("HOOK"), secrets: [.environment("NEW"), .file("/old")])),
        ChannelSetting(name: "open-hook", kind: .webhook(url: .environment("HOOK"), secrets: [.environment("ONE")])),
        ChannelSetting(
          name: "phones",
          kind: .ntfy(server: "https://ntfy.example.org", topic: .environment("TOPIC"), token: .file("/t"))),
        ChannelSetting(
          name: "modem", kind: .command(arguments: ["/usr/local/bin/modem", "--page"], isRepeatable: true)),
      ])
  }

  @Test func withoutAWordOfThemThereAreNone() {
    #expect(Configuration.shipped.console.channels.isEmpty)
    #expect(Configuration.read(Configuration.initialFiles()).configuration.console.channels.isEmpty)
  }

  @Test(arguments: [
    ("chat: { url: env:A }", "no 'kind'", "slack"),
    ("chat: { kind: slak, url: env:A }", "'slak'", "did you mean 'slack'?"),
    ("chat: { kind: slack }", "no 'url'", "file:/etc/sitrep/secrets/url"),
    ("chat: { kind: slack, url: \"https://hooks.slack.com/services/T0/B0/hunter2\" }", "where its secret", "env:NAME"),
    ("chat: { kind: slack, url: [env:A] }", "where its secret", "env:NAME"),
    ("chat: { kind: slack, url: \"env:a b\" }", "where its secret", "file:/PATH"),
    ("chat: { kind: slack, url: file:relative }", "where its secret", "file:/PATH"),
    ("chat: { kind: slack, url: env:A, key: env:B }", "secret into this file", "take it out"),
    ("chat: { kind: slack, url: env:A, burts: 2 }", "'burts'", "did you mean 'burst'?"),
    ("chat: { kind: slack, url: env:A, burst: 0 }", "'burst' is '0'", "from 1 to"),
    ("chat: { kind: slack, url: env:A, per_minute: many }", "'many'", "whole number"),
    ("chat: { kind: slack, url: env:A, give_up_after: 5 }", "'5'", "15m"),
    ("pager: { kind: pagerduty, key: hunter2hunter2hunter2hunter2hunt }", "where its secret", "env:NAME"),
    (
      "pager: { kind: pagerduty, key: env:A, endpoint: \"http://events.example.org/\" }", "anybody can read", "https://"
    ),
    ("pager: { kind: pagerduty, key: env:A, endpoint: events }", "no address", "https://"),
    ("page: { kind: statuspage, key: env:A }", "no 'page'", "page:"),
    ("page: { kind: statuspage, key: env:A, page: \"../x\" }", "no id of a page", "API"),
    ("mail: { kind: mail }", "no 'from'", "sitrep@example.org"),
    ("mail: { kind: mail, from: sitrep }", "no mail address", "sitrep@example.org"),
    ("mail: { kind: mail, from: \"Sitrep <sitrep@example.org\" }", "no mail address", "<sitrep@example.org>"),
    ("mail: { kind: mail, from: a@b, program: [sendmail, -t] }", "not a whole path", "/usr/sbin/sendmail"),
    ("mail: { kind: mail, from: a@b, program: [] }", "names no program", "/usr/sbin/sendmail"),
    ("hook: { kind: webhook, url: env:A, sign_with: whsec_hunter2 }", "where its secret", "env:NAME"),
    ("phones: { kind: ntfy, topic: env:T }", "no 'server'", "https://ntfy.example.org"),
    ("phones: { kind: ntfy, server: \"http://ntfy.example.org\" }", "anybody can read", "https://"),
    ("phones: { kind: ntfy, server: \"https://u:hunter2@ntfy.example.org\" }", "no address", "without a login"),
    ("modem: { kind: command }", "no 'run'", "/usr/local/bin"),
    ("modem: { kind: command, run: modem }", "must be a list", "[one, two]"),
    ("modem: { kind: command, run: [/bin/x], repeatable: yes }", "'yes'", "known here: on, off"),
    ("my chat: { kind: slack, url: env:A }", "cannot be the name of a channel", "letters"),
    ("chat: slack", "must be keys and values", "key: value"),
  ])
  func aMistakeIsSaidWithItsPlaceAndWithoutTheSecret(line: String, words: String, advice: String) throws {
    let problems = read("ok: { kind: slack, url: env:A }\n" + line).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.file == "sitrep.yaml" && problem.line == 4, "\(problems)")
    #expect(problem.message.contains(words) && problem.advice.contains(advice), "\(problem)")
    #expect(!"\(problem)".contains("hunter2"))
  }
}
