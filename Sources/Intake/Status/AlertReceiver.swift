package import Commands
package import Desk
package import EventLog
package import Incidents

/// What the server needs of the rest of Sitrep: the desk, or a double in tests.
package protocol AlertReceiver: Sendable {
  /// Takes the alerts in and returns once what they changed is durable. The same signal twice changes nothing.
  func receive(_ signal: AlertSignal, by actor: Actor) async throws(Trouble) -> SignalReceipt
  /// Takes in what a sender of events says, and returns once what it changed is durable.
  func receive(_ event: SentEvent, by actor: Actor) async throws(Trouble) -> SignalReceipt
  /// Takes in what another pager tells, and returns once what it changed is durable. The same report twice changes nothing.
  func receive(_ report: PagerReport) async throws(Trouble) -> PagerReceipt
  /// What the store holds at this moment.
  func figures() throws(Trouble) -> StoreFigures
  /// Writes something small, to find out whether the store takes writes.
  func probe() async throws(Trouble)
  /// The shifts as an iCalendar document.
  /// - Parameter role: by its name.
  func calendar(person: String?, role: String?) throws(Trouble) -> String
  /// The status page of our own.
  func publicPage() throws(Trouble) -> PublishedPage
  /// The keys that are valid now.
  func keys() throws(Trouble) -> [SenderKey]
}
