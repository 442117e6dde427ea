import Desk
import EventLog
import Incidents

/// The body of `/status.json`: field names and units are in `docs/formats.md`.
struct StatusDocument: Codable {
  var version: String
  var at: Instant
  var startedAt: Instant
  var node: String
  var position: Int64
  var heads: [StoreFigures.Head]
  /// By the name of the severity, all four always.
  var incidentsOpen: [String: Int]
  var alertsFiring: Int
  var sources: [StoreFigures.Source]

  init(_ status: StoreFigures, version: String, at: Instant, startedAt: Instant) {
    self.version = version
    self.at = at
    self.startedAt = startedAt
    node = status.node
    position = status.position
    heads = status.heads
    incidentsOpen = [:]
    for severity in Severity.allCases { incidentsOpen[severity.name] = status.openBySeverity[severity] ?? 0 }
    alertsFiring = status.alertsFiring
    sources = status.sources
  }

  private enum CodingKeys: String, CodingKey {
    case version, at
    case startedAt = "started_at"
    case node, position, heads
    case incidentsOpen = "incidents_open"
    case alertsFiring = "alerts_firing"
    case sources
  }
}
