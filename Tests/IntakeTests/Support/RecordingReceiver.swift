import Commands
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
  private let trouble = Mutex<Trouble?>(nil)
  private let ring = Mutex(KeyRing())
  private let figures: IntakeStatus

  init(keys: [IntakeKey] = [], status: IntakeStatus = IntakeStatus(node: "n1", position: 0)) {
    figures = status
    ring.withLock { $0 = KeyRing(keys) }
  }

  var all: [Received] { received.withLock { $0 } }
  func fail(with fault: Trouble?) { trouble.withLock { $0 = fault } }

  func receive(_ signal: AlertSignal, by actor: Actor) async throws(Trouble) -> SignalReceipt {
    try stumble()
    received.withLock { $0.append(Received(signal: signal, actor: actor)) }
    var receipt = SignalReceipt()
    receipt.opened = signal.alerts.filter(\.isFiring).count
    receipt.joined = signal.alerts.count - receipt.opened
    return receipt
  }

  func status() throws(Trouble) -> IntakeStatus {
    try stumble()
    return figures
  }

  func probe() async throws(Trouble) { try stumble() }
  func keys() throws(Trouble) -> KeyRing { ring.withLock { $0 } }

  private func stumble() throws(Trouble) {
    if let fault = trouble.withLock({ $0 }) { throw fault }
  }
}
