import Commands
import Logging
import ServiceLifecycle
import Watch

/// The daemon's watch, until the daemon is asked to end.
struct WatchService: Service {
  private let watching: Watching

  init(_ session: Session, logger: Logger) throws(Trouble) {
    watching = try Watching(session, role: "serve") { notice in
      switch notice {
      case WatchNotice.trouble, .undelivered, .inDoubt, .lost: logger.error("\(notice.sentence)")
      case .clock, .waits: logger.notice("\(notice.sentence)")
      case .began: logger.info("\(notice.sentence)")
      }
    }
  }

  func run() async throws {
    let watching = watching
    try await cancelWhenGracefulShutdown { try await watching.run() }
  }
}
