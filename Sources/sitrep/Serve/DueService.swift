import Commands
import Desk
import EventLog
import Logging
import ServiceLifecycle

/// Performs what is due by the clock. It sleeps until the next such thing, a minute at most, as a signal may bring
/// one that is due sooner.
struct DueService: Service {
  let desk: Desk
  let logger: Logger

  private static let actor = Actor(person: "sitrep", via: "serve", assurance: .machine)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let next = await perform()
        let wait = next.map { max(Span.seconds(1), min($0 - SystemClock.now(), .minutes(1))) } ?? .minutes(1)
        try? await Task.sleep(for: .milliseconds(wait.milliseconds))
      }
    }
  }

  private func perform() async -> Instant? {
    do {
      return try await desk.performDue(by: Self.actor)
    } catch {
      logger.error("\(error.message)")
      return nil
    }
  }
}
