import Commands
import Desk
import EventLog
import Glibc
import Ledger
import Watch

/// What becomes of letters that a verb has just written.
struct LetterReceipts {
  /// What is worth waiting for.
  enum Enough {
    /// The letter has come to an end, however often it had to be tried.
    case end
    /// It was tried: what has to be tried again is somebody else's from there.
    case firstAnswer
  }

  private let session: Session
  private let role: String

  /// - Parameter role: what this process is, for the header of whoever looks meanwhile.
  init(_ session: Session, role: String) {
    self.session = session
    self.role = role
  }

  /// Waits until enough is known of each letter, or for so long. While nothing watches, this process sends them itself.
  /// - Returns: the letters as they stand then.
  func wait(for keys: [String], within span: Span, until enough: Enough = .end) throws -> [OutboxLetter] {
    guard !keys.isEmpty else { return [] }
    let ledger = session.desk.ledger
    let bell = try troubled { try ledger.bell() }
    var watch: BesideWatch?
    do {
      watch = BesideWatch(try Watching(session, role: role, sendsOnly: true) { _ in })
    } catch {
      Output.complain("this process cannot send it itself: \(error.message)")
    }
    defer { watch?.end() }
    let clock = SystemWatchClock()
    let end = clock.reading().running + span
    while true {
      let letters = try troubled { try ledger.read { reading in try keys.compactMap { try reading.letter(key: $0) } } }
      let left = end - clock.reading().running
      guard letters.contains(where: { Self.isAwaited($0, enough) }), left > .zero else { return letters }
      var wanted = pollfd(fd: bell.fileDescriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&wanted, 1, Int32(min(left.milliseconds, 600_000)))
      _ = bell.drain()
    }
  }

  private static func isAwaited(_ letter: OutboxLetter, _ enough: Enough) -> Bool {
    switch letter.state {
    case .claimed: true
    case .waiting: enough == .end || letter.attempts == 0
    default: false
    }
  }
}
