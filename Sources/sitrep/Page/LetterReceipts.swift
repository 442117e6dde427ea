import Commands
import Desk
import EventLog
import Glibc
import Ledger
import Watch

/// What becomes of letters that a verb has just written.
struct LetterReceipts {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Waits until each letter has come to an end, or for so long. While nothing watches, this process sends them itself.
  /// - Returns: the letters as they stand then.
  func wait(for keys: [String], within span: Span) throws -> [OutboxLetter] {
    guard !keys.isEmpty else { return [] }
    let ledger = session.desk.ledger
    let bell = try troubled { try ledger.bell() }
    var watch: BesideWatch?
    do {
      watch = BesideWatch(try Watching(session, role: "page", sendsOnly: true) { _ in })
    } catch {
      Output.complain("this process cannot send it itself: \(error.message)")
    }
    defer { watch?.end() }
    let clock = SystemWatchClock()
    let end = clock.reading().running + span
    while true {
      let letters = try troubled { try ledger.read { reading in try keys.compactMap { try reading.letter(key: $0) } } }
      let left = end - clock.reading().running
      guard letters.contains(where: { $0.state == .waiting || $0.state == .claimed }), left > .zero else {
        return letters
      }
      var wanted = pollfd(fd: bell.fileDescriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&wanted, 1, Int32(min(left.milliseconds, 600_000)))
      _ = bell.drain()
    }
  }
}
