import EventLog

extension LetterContent {
  static let page = LetterContent(
    title: "SEV1? checkout: ProbeFailure", text: "42 checkout <eu> & \"us\"\nProbes fail since 03:12Z.",
    short: "SEV1? 42 checkout: ProbeFailure", action: .trigger, urgency: .critical, subject: "sitrep/42",
    service: "checkout", link: "https://ops.example.org/42", details: ["alertname": "ProbeFailure"],
    publicStatus: "investigating", publicImpact: "major")

  func with(_ change: (inout LetterContent) -> Void) -> LetterContent {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Letter {
  static func sample(
    _ channel: String = "hook", recipient: String = "", content: LetterContent = .page, isDrill: Bool = false
  ) -> Letter {
    Letter(
      key: "page.42.lea.1", channel: channel, recipient: recipient, content: content,
      occasion: "page/incident:42/1", incident: StreamID("incident", "42"), isDrill: isDrill)
  }
}

extension Instant {
  static let night = Instant(milliseconds: 1_795_231_860_000)
}
