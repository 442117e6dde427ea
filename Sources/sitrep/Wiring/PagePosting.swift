import EventLog
import Incidents
import Ledger
import OnCall

/// Pages as letters: one on each way that leads to the person.
struct PagePosting: Sendable {
  /// By the short names of people.
  let ways: [String: [PageWay]]

  /// - Returns: whether any way leads to the person.
  func post(_ page: PageLetter, _ event: Event, _ transaction: Transaction) throws -> Bool {
    let ways = ways[page.person] ?? []
    for way in ways { try transaction.post(Letter(page, by: way, event: event)) }
    return !ways.isEmpty
  }

  /// A reminder goes by the same ways.
  func remind(_ reminder: HandoffReminded, _ event: Event, _ transaction: Transaction) throws {
    for way in ways[reminder.person] ?? [] { try transaction.post(Letter(reminder, by: way, event: event)) }
  }
}
