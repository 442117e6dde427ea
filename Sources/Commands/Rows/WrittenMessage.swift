package import Comms
package import EventLog
package import Incidents

/// A message on the screen, as far as it is written.
package struct WrittenMessage: Hashable, Sendable {
  package var page: DraftPage
  package var draft: MessageDraft
  package var findings: [MessageFinding]
  /// Who approved just this text; nil where nobody did, or it wants no approval.
  package var approvedBy: String?

  /// - Parameters:
  ///   - sentence: nil for what the incident says, or for the text that was approved.
  ///   - now: what the next promise counts from.
  /// - Throws: where the template cannot be read.
  package init(
    _ page: DraftPage, for audience: Audience, sentence: String?, at now: Instant
  ) throws(CommsRefusal) {
    self.page = page
    draft = try page.draft(for: audience, sentence: sentence, at: now)
    let approved = page.approved(for: audience)
    if sentence == nil, let approved {
      draft.say(approved.text)
      // It names its next time itself, and the pace asks for one in any case.
      draft.nextUpdateAt = nil
    }
    findings = page.findings(in: draft)
    approvedBy = draft.text == approved?.text ? approved?.person : nil
  }

  /// Something belongs into it that nothing says yet.
  package var isBlocked: Bool { findings.contains(where: \.blocks) }

  /// It is typed before it goes.
  package var wantsNumber: Bool { draft.audience.wantsApproval }

  /// By which ways it leaves when it is sent.
  package var ways: [String] { (page.ways[draft.audience] ?? []).map(\.words) }

  /// By which ways a person has to carry it.
  package var byHand: [String] { page.byHand(draft.audience) }

  /// What sends it, or records that somebody carried it where nothing sends to them.
  package func command(at now: Instant) -> SendMessage {
    page.sending(draft, at: now) ?? carried(by: byHand.first ?? "hand")
  }

  /// What records that somebody carried it.
  package func carried(by channel: String) -> SendMessage { SendMessage(draft, carriedBy: channel) }
}
