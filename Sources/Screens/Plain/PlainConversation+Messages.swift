import Commands
import Comms
import EventLog
import Incidents

extension PlainConversation {
  /// Reads a message to the team out, and asks whether it goes.
  mutating func send(_ sentence: String, _ page: DraftPage) -> PlainTurn {
    let blank = sentence.allSatisfy(\.isWhitespace)
    do throws(CommsRefusal) {
      let message = try WrittenMessage(page, for: .team, sentence: blank ? nil : sentence, at: now)
      let text = message.draft.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let lines = (text + message.findings.map(\.sentence)).map { PlainScreen.safe($0) }
      guard !message.isBlocked else { return PlainTurn(lines + ["Not sent: it has gaps."]) }
      let command = message.command(at: now)
      let ways = message.ways.isEmpty ? "recorded as told by \(command.channel)" : message.ways.joined(separator: ", ")
      return ask(
        lines + [PlainScreen.safe("To the team: \(ways).")],
        then: .incident(page.id, command, revision: page.incident.revision))
    } catch {
      return PlainTurn([PlainScreen.safe(error.sentence)])
    }
  }
}
