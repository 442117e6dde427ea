import EventLog
import Testing

@testable import Delivery

/// Each request as it leaves, letter by letter.
@Suite struct RequestTests {
  private func text(_ kind: ChannelKind, _ letter: Letter = .sample(), attempt: Int = 1) -> String {
    var exchange = Exchange(letter, by: kind, attempt: attempt)
    return text(exchange.begin(at: .night))
  }

  private func text(_ step: Exchange.Step) -> String {
    switch step {
    case .done(let outcome): return "\(outcome)"
    case .send(let request):
      let head = "\(request.method.rawValue) \(request.url.revealed)"
      let lines = request.headers.map { "\($0.name): \($0.value.revealed)" }
      return ([head] + lines + ["", String(decoding: request.body, as: UTF8.self)]).joined(separator: "\n")
    }
  }

  private let chat = ChannelKind.slack(webhook: Secret("https://hooks.slack.com/services/T0/B0/xyz"))
  private let pager = ChannelKind.pagerDuty(
    routingKey: Secret(String(repeating: "k", count: 32)), endpoint: ChannelKind.pagerDutyEndpoint)
  private let hook = ChannelKind.webhook(
    address: Secret("https://ops.example.org/hook?t=1"),
    signedWith: [Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")])

  @Test func slack() {
    #expect(
      text(chat) == """
        POST https://hooks.slack.com/services/T0/B0/xyz
        user-agent: sitrep
        content-type: application/json

        {"blocks":[{"text":{"text":"*SEV1? checkout: ProbeFailure*\\n42 checkout &lt;eu&gt; &amp; \\"us\\"\\nProbes fail \
        since 03:12Z.\\n<https://ops.example.org/42>","type":"mrkdwn"},"type":"section"}],\
        "text":"SEV1? 42 checkout: ProbeFailure"}
        """)
  }

  @Test func pagerDuty() {
    #expect(
      text(pager) == """
        POST https://events.pagerduty.com/v2/enqueue
        user-agent: sitrep
        content-type: application/json

        {"client":"Sitrep","client_url":"https://ops.example.org/42","dedup_key":"sitrep/42","event_action":"trigger",\
        "links":[{"href":"https://ops.example.org/42","text":"The incident"}],"payload":{"component":"checkout",\
        "custom_details":{"alertname":"ProbeFailure","text":"42 checkout <eu> & \\"us\\"\\nProbes fail since 03:12Z."},\
        "severity":"critical","source":"checkout","summary":"SEV1? checkout: ProbeFailure"},\
        "routing_key":"\(String(repeating: "k", count: 32))"}
        """)
  }

  @Test func pagerDutyHearsOfAnAcknowledgeAndAnEndByTheKeyAlone() {
    for (action, word) in [(LetterContent.Action.acknowledge, "acknowledge"), (.resolve, "resolve")] {
      let letter = Letter.sample(content: .page.with { $0.action = action })
      #expect(
        text(pager, letter).hasSuffix(
          """
          {"dedup_key":"sitrep/42","event_action":"\(word)","routing_key":"\(String(repeating: "k", count: 32))"}
          """))
    }
  }

  private let genie = ChannelKind.opsgenie(key: Secret("g-key"), endpoint: ChannelKind.opsgenieEndpoint)

  @Test func opsgenie() {
    #expect(
      text(genie) == """
        POST https://api.opsgenie.com/v2/alerts
        user-agent: sitrep
        authorization: GenieKey g-key
        content-type: application/json

        {"alias":"sitrep/42","description":"42 checkout <eu> & \\"us\\"\\nProbes fail since 03:12Z.",\
        "details":{"alertname":"ProbeFailure"},"entity":"checkout","message":"SEV1? checkout: ProbeFailure",\
        "priority":"P1","source":"sitrep"}
        """)
  }

  @Test func opsgenieHearsOfAnAcknowledgeAndAnEndByTheAlias() {
    for (action, word) in [(LetterContent.Action.acknowledge, "acknowledge"), (.resolve, "close")] {
      let letter = Letter.sample(
        content: .page.with {
          $0.action = action
          $0.text = "Acknowledged, by lea."
          $0.details = ["person": "lea"]
        })
      let written = text(genie, letter)
      #expect(written.hasPrefix("POST https://api.opsgenie.com/v2/alerts/sitrep%2F42/\(word)?identifierType=alias\n"))
      #expect(written.hasSuffix(#"{"note":"Acknowledged, by lea.","source":"sitrep","user":"lea"}"#), "\(written)")
    }
    let nameless = Letter.sample(content: .page.with { $0.subject = "" })
    #expect(text(genie, nameless).contains("alias of 1 to 512"))
  }

  @Test func anEventThatIsTooLargeLosesItsDetails() {
    let letter = Letter.sample(content: .page.with { $0.text = String(repeating: "x", count: 600_000) })
    let sent = text(pager, letter)
    #expect(sent.utf8.count < 2_000 && !sent.contains("custom_details") && sent.contains("ProbeFailure"))
  }

  @Test func webhook() {
    let sent = text(hook)
    #expect(
      sent.hasPrefix(
        """
        POST https://ops.example.org/hook?t=1
        user-agent: sitrep
        webhook-id: page-42-lea-1
        webhook-timestamp: 1795231860
        webhook-signature: v1,
        """))
    #expect(
      sent.hasSuffix(
        """
        {"data":{"action":"trigger","channel":"hook","details":{"alertname":"ProbeFailure"},"drill":false,\
        "incident":"incident:42","key":"page.42.lea.1","link":"https://ops.example.org/42",\
        "occasion":"page/incident:42/1","recipient":"","service":"checkout","short":"SEV1? 42 checkout: ProbeFailure",\
        "subject":"sitrep/42","text":"42 checkout <eu> & \\"us\\"\\nProbes fail since 03:12Z.",\
        "title":"SEV1? checkout: ProbeFailure","urgency":"critical"},"timestamp":"2026-11-21T03:31:00.000Z",\
        "type":"incident.triggered"}
        """))
  }

  @Test func ntfy() {
    let kind = ChannelKind.ntfy(server: "https://ntfy.example.org", topic: Secret("night_42"), token: Secret("tk_1"))
    #expect(
      text(kind) == """
        POST https://ntfy.example.org
        user-agent: sitrep
        authorization: Bearer tk_1
        content-type: application/json

        {"click":"https://ops.example.org/42","message":"42 checkout <eu> & \\"us\\"\\nProbes fail since 03:12Z.",\
        "priority":5,"tags":["rotating_light"],"title":"SEV1? checkout: ProbeFailure","topic":"night_42"}
        """)
    #expect(text(kind, .sample(recipient: "lea-phone")).contains(#""topic":"lea-phone""#))
    let long = Letter.sample(content: .page.with { $0.text = String(repeating: "ż", count: 9_000) })
    #expect(text(kind, long).utf8.count < 4_600)
    let none = ChannelKind.ntfy(server: "https://ntfy.example.org", topic: nil, token: nil)
    #expect(text(none).contains("topic of ntfy"))
    #expect(text(none, .sample(recipient: "a/b")).contains("topic of ntfy"))
  }

  @Test func aDrillSaysSoOnEveryLine() {
    let letter = Letter.sample(isDrill: true)
    #expect(text(chat, letter).contains("DRILL: 42 checkout &lt;eu&gt; &amp; \\\"us\\\"\\nDRILL: Probes fail"))
    #expect(text(pager, letter).contains(#""severity":"info""#))
    #expect(text(pager, letter).contains(#""summary":"DRILL: SEV1?"#))
  }

  @Test(arguments: [
    "http://hooks.example.org/x", "ftp://hooks.example.org/x", "hooks.example.org/x", "https:///x", "",
    "https://u:p@example.org/", "https://example.org/a b",
  ])
  func anAddressThatIsNoneOrInTheClearIsNotUsed(address: String) {
    let said = text(.slack(webhook: Secret(address)))
    #expect(said.contains("refused"))
    #expect(!said.contains("/x") && !said.contains("u:p"))
  }

  @Test func aKeyThatCannotBeOneIsNotSent() {
    #expect(text(.pagerDuty(routingKey: Secret("abc"), endpoint: ChannelKind.pagerDutyEndpoint)).contains("32"))
    let nameless = Letter.sample(content: .page.with { $0.subject = "" })
    #expect(text(pager, nameless).contains("none"))
  }
}
