import EventLog
import Incidents
import Ledger
import OnCall

extension Desk {
  /// Reminds of handovers that nobody has accepted in time, and takes back what still waits of those that are settled.
  /// - Returns: when the next promise about one runs out; nil where none is open, or where this desk reminds nobody.
  func reminded(by actor: Actor, in transaction: Transaction) throws -> Instant? {
    guard let post = configuration.postReminder else { return nil }
    let record = try recordedRota(transaction)
    try withdrawReminders(in: transaction, record)
    let due = record.openHandoffs.flatMap { offer in offer.remindersAhead.map { offer.due($0) } }
    if due.contains(where: { $0 <= transaction.now }) {
      let command = RemindOfHandoffs(reachable: Set(configuration.pageChannels.filter { !$0.value.isEmpty }.keys))
      let drafts = try command.decide(on: record, facts: rotaFacts(by: actor, at: transaction.now))
        .filter { try $0.occasion.map { try !transaction.occasionExists($0) } ?? true }
      for event in try transaction.append(drafts, actor: actor) {
        if let reminder = event.decoded(HandoffReminded.self) { try post(reminder, event, transaction) }
      }
    }
    return due.filter { $0 > transaction.now }.min()
  }

  private func withdrawReminders(in transaction: Transaction, _ record: RecordedRota) throws {
    // Of those that were never reminded of there is no letter.
    guard record.handoffs.contains(where: { !$0.isOpen && $0.reminded != nil }) else { return }
    let open = Set(record.openHandoffs.map(\.id))
    for letter in try transaction.letters([.waiting, .held], limit: 1_000) where letter.letter.isOfHandoff {
      guard let id = letter.letter.event,
        let reminder = try transaction.event(id)?.event.decoded(HandoffReminded.self), !open.contains(reminder.target)
      else { continue }
      _ = try transaction.withdraw(letter.id, because: "the handover is settled")
    }
  }
}
