import Commands
import Desk
import EventLog
import Ledger
import OnCall
import Screens
import Settings

/// The console line by line: for screen readers, dumb terminals and pipes.
struct PlainConsole {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Reads lines until they end or somebody leaves.
  func run() -> Int32 {
    let zone = session.configuration.console.displayZone
    let now = SystemClock.now()
    var conversation = PlainConversation(
      now: now, offset: zone.offset(at: now), isReadOnly: session.desk.ledger.isReadOnly)
    var turn = conversation.start()
    while carryOut(&turn, &conversation) {
      guard let line = readLine(strippingNewline: true) else { return 0 }
      conversation.now = SystemClock.now()
      conversation.offset = zone.offset(at: conversation.now)
      turn = conversation.read(line)
    }
    return 0
  }

  /// Prints what a turn says and does what it asks for, until nothing is left; false at the end.
  private func carryOut(_ turn: inout PlainTurn, _ conversation: inout PlainConversation) -> Bool {
    var turns = [turn]
    while !turns.isEmpty {
      let current = turns.removeFirst()
      Output.lines(current.lines)
      for effect in current.effects {
        switch effect {
        case .load(let query):
          turns.append(
            conversation.loaded(
              query, Result { () throws(Trouble) in try session.desk.answer(query, for: session.actor) }))
        case .perform(let command, let ticket):
          turns.append(
            conversation.performed(
              ticket, Result { () throws(Trouble) in try session.desk.performAndWait(command, by: session.actor) }))
        case .exportPostMortem(let incident):
          turns.append(conversation.exported(PostMortemExport(session).write(incident)))
        case .printBorderless(let text): Output.text(text)
        case .quit: return false
        case .edit, .beHere, .beWriting, .alarm, .repaint, .suspend: break
        }
      }
    }
    return true
  }
}
