import Commands
import Desk
import EventLog
import Synchronization
import Watch

/// What is due in incidents: minor ones whose alerts stayed quiet end, whoever fell silent on a major one has it no
/// longer, and pages become letters.
final class IncidentWork: DueWork {
  let name = "incidents"
  private let desk: Desk
  private let actor: Actor
  private let succeeded = Mutex(true)

  init(_ desk: Desk, by actor: Actor) {
    self.desk = desk
    self.actor = actor
  }

  /// Whether the last look came to its end: only then may anybody outside be told that all is well.
  var isWell: Bool { succeeded.withLock { $0 } }

  func perform() async throws -> Instant? {
    do {
      let next = try await desk.performDue(by: actor)
      succeeded.withLock { $0 = true }
      return next
    } catch {
      succeeded.withLock { $0 = false }
      throw error
    }
  }
}
