import Commands
import EventLog
import Incidents

/// The alerts of an incident that is over, gone through one by one: each takes one key.
struct AlertWalk: Hashable, Sendable {
  var incident: StreamID
  var label: String
  var alerts: [AlertRow]
  private(set) var place = 0
  /// How many were judged on this walk.
  private(set) var judged = 0

  /// Starts at the first that nobody judged; at the first of all where everything is judged.
  init?(_ detail: IncidentDetail) {
    guard !detail.alerts.isEmpty else { return nil }
    incident = detail.row.id
    label = detail.row.label
    alerts = detail.alerts
    place = alerts.firstIndex { $0.verdict == nil } ?? 0
  }

  var current: AlertRow { alerts[place] }

  /// How many nobody has judged yet.
  var left: Int { alerts.count { $0.verdict == nil } }

  mutating func move(by distance: Int) { place = min(max(0, place + distance), alerts.count - 1) }

  /// Takes a verdict and goes on to the next that wants one, round the end.
  /// - Returns: false where none is left.
  mutating func judge(_ verdict: AlertVerdict) -> Bool {
    alerts[place].verdict = verdict
    judged += 1
    let order = Array(alerts.indices.suffix(from: place)) + Array(alerts.indices.prefix(upTo: place))
    guard let next = order.first(where: { alerts[$0].verdict == nil }) else { return false }
    place = next
    return true
  }
}
