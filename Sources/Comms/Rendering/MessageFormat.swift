package import EventLog

/// The forms in which a draft can be printed for copying.
package enum MessageFormat: String, Sendable, CaseIterable {
  case text, slack, statuspage, mail, sms

  /// The draft in this form, with nothing around it.
  package func text(of draft: MessageDraft, now: Instant) -> String {
    switch self {
    case .text: return draft.text
    case .slack: return SlackText.sections(draft.text).joined(separator: "\n")
    case .statuspage:
      let page = StatusPageText(draft)
      return "\(page.name)\n\(page.status)\n\n\(page.body)"
    case .mail:
      let mail = MailText(draft)
      return "Subject: \(mail.subject)\n\n\(mail.body)"
    case .sms: return ShortText.text(draft, now: now)
    }
  }
}
