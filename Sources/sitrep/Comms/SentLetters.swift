import Commands
import Desk
import EventLog
import Glibc
import Incidents
import Ledger

/// The letters of a message that was just recorded, watched until it is known what became of each.
struct SentLetters {
  private let session: Session
  private let incident: StreamID
  private let message: EventID?

  init(_ session: Session, incident: StreamID, message: EventID?) throws {
    self.session = session
    self.incident = incident
    self.message = message
  }

  /// How far each has come, by the incident's own record.
  func ways() throws(Trouble) -> [MessageRecord.Way] {
    let incident = incident
    let state = try troubled { try session.desk.ledger.read { try $0.state(IncidentFold.self, incident) } }
    return state?.messages.first { $0.id == message }?.ways ?? []
  }

  /// Waits for the first answer of each: somebody else sends them, or nobody does.
  func settle(within seconds: Int) throws {
    let bell = try troubled { try session.desk.ledger.bell() }
    let end = SystemClock.now() + .seconds(Int64(seconds))
    while try ways().contains(where: { $0.result == .waiting && $0.because == nil }), try isWatched() {
      let left = end - SystemClock.now()
      guard left > .zero else { return }
      var waiting = pollfd(fd: bell.fileDescriptor, events: Int16(POLLIN), revents: 0)
      // A watch that stops rings nobody.
      _ = poll(&waiting, 1, Int32(min(left.milliseconds, 1_000)))
      _ = bell.drain()
    }
  }

  /// Why letters stay where they are; nil where somebody sends them.
  func warning() throws -> String? {
    try isWatched() ? nil : "nothing watches this store, so letters wait: start sitrep serve."
  }

  private func isWatched() throws -> Bool {
    let now = SystemClock.now()
    return try troubled { try session.desk.ledger.read { try $0.lease(Lease.watch)?.isHeld(at: now) == true } }
  }
}
