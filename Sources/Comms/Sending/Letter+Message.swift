package import EventLog
import Incidents

extension Letter {
  /// A message as it leaves on one way. Its key and event are given once it is on record.
  package init(_ draft: MessageDraft, by way: MessageWay, incident: StreamID, now: Instant) {
    let isOutside = draft.audience.isOutside
    var (title, text) = (draft.title, draft.text)
    switch way.form {
    case .chat:
      let lines = draft.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      (title, text) = (String(lines.first ?? ""), lines.count > 1 ? String(lines[1]) : "")
    case .page:
      let page = StatusPageText(draft)
      (title, text) = (page.name, page.body)
    case .mail:
      let mail = MailText(draft)
      (title, text) = (mail.subject, mail.body)
    case .notice: title = MailText(draft).subject
    }
    self.init(
      key: "", channel: way.channel, recipient: way.recipient,
      content: LetterContent(
        title: title, text: text, short: ShortText.text(draft, now: now),
        action: draft.state == .resolved ? .resolve : .update, subject: "sitrep/\(incident.key)",
        // What leaves the house says no more than its text.
        details: isOutside ? [:] : ["severity": draft.severity.name, "audience": draft.audience.rawValue],
        publicStatus: StatusPageText(draft).status, publicImpact: Self.impact(draft.severity)),
      incident: incident, isDrill: draft.isDrill, isRepeatable: way.isRepeatable)
  }

  private static func impact(_ severity: Severity) -> String {
    switch severity {
    case .sev1: "critical"
    case .sev2: "major"
    case .sev3: "minor"
    case .sev4: "none"
    }
  }
}
