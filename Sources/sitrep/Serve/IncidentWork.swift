import Commands
import Desk
import EventLog
import Watch

/// What is due in incidents: minor ones whose alerts stayed quiet end, whoever fell silent on a major one has it no
/// longer, and pages become letters.
struct IncidentWork: DueWork {
  let desk: Desk
  let name = "incidents"

  static let actor = Actor(person: "sitrep", via: "serve", assurance: .machine)

  func perform() async throws -> Instant? { try await desk.performDue(by: Self.actor) }
}
