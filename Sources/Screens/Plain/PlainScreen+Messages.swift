import Commands
import Comms
import EventLog
import Incidents

extension PlainScreen {
  /// What the team could be told now, what speaks against it, and how to send it.
  static func lines(of page: DraftPage, now: Instant) -> [String] {
    do throws(CommsRefusal) {
      let message = try WrittenMessage(page, for: page.audiences.first ?? .team, sentence: nil, at: now)
      let audience = message.draft.audience.rawValue
      let text = message.draft.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let ending = ["", "Send it with: sitrep comms send \(page.material.label) --audience \(audience) --say TEXT"]
      return (text + [""] + message.findings.map(\.sentence) + ending).map { safe($0) }
    } catch {
      return [safe(error.sentence)]
    }
  }
}
