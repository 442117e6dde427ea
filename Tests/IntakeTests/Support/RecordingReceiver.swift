import Commands
import Comms
import Desk
import EventLog
import Incidents
import Intake
import Synchronization

/// Takes everything in and remembers it; can be told to be in trouble.
final class RecordingReceiver: AlertReceiver {
  struct Received: Hashable, Sendable {
    var signal: AlertSignal
    var actor: Actor
  }

  private let received = Mutex<[Received]>([])
  private let taken = Mutex<(events: [SentEvent], reports: [PagerReport])>(([], []))
  private let trouble = Mutex<Trouble?>(nil)
  private let ring: [SenderKey]
  private let held: StoreFigures

  init(keys: [SenderKey] = [], figures: StoreFigures = StoreFigures(node: "n1", position: 0)) {
    ring = keys
    held = figures
  }

  var all: [Received] { received.withLock { $0 } }
  var events: [SentEvent] { taken.withLock { $0.events } }
  var reports: [PagerReport] { taken.withLock { $0.reports } }
  func fail(with fault: Trouble?) { trouble.withLock { $0 = fault } }

  func receive(_ signal: AlertSignal, by actor: Actor) async throws(Trouble) -> SignalReceipt {
    try stumble()
    received.withLock { $0.append(Received(signal: signal, actor: actor)) }
    var receipt = SignalReceipt()
    receipt.opened = signal.alerts.filter(\.isFiring).count
    receipt.joined = signal.alerts.count - receipt.opened
    return receipt
  }

  func receive(_ event: SentEvent, by actor: Actor) async throws(Trouble) -> SignalReceipt {
    try stumble()
    taken.withLock { $0.events.append(event) }
    return SignalReceipt()
  }

  func receive(_ report: PagerReport) async throws(Trouble) -> PagerReceipt {
    try stumble()
    taken.withLock { $0.reports.append(report) }
    return .recorded
  }

  func figures() throws(Trouble) -> StoreFigures {
    try stumble()
    return held
  }

  func probe() async throws(Trouble) { try stumble() }
  func keys() throws(Trouble) -> [SenderKey] { ring }

  func calendar(person: String?, role: String?) throws(Trouble) -> String {
    try stumble()
    if let role, role != "primary" { throw Trouble(.badInput, "There is no role \"\(role)\".") }
    return "BEGIN:VCALENDAR\r\nX-PERSON:\(person ?? "-")\r\nEND:VCALENDAR\r\n"
  }

  func publicPage() throws(Trouble) -> PublishedPage {
    try stumble()
    return PublishedPage(
      page: PublicPage(title: "Our status", writtenAt: Instant(milliseconds: 0), items: []), reminders: [])
  }

  private func stumble() throws(Trouble) {
    if let fault = trouble.withLock({ $0 }) { throw fault }
  }
}
