package import Desk
package import EventLog
import Incidents

/// The body of `/metrics` in the text format of Prometheus, version 0.0.4.
package struct MetricsText {
  private var text = ""

  /// - Parameter status: nil where the store could not be read; its figures are then left out, not set to zero.
  package static func write(status: StoreFigures?, counts: IntakeCounts, version: String, now: Instant) -> String {
    var metrics = MetricsText()
    metrics.family("sitrep_build_info", "gauge", "The version that runs.", [("version=\"\(escaped(version))\"", "1")])
    if let status { metrics.add(status) }
    metrics.add(counts, now: now)
    return metrics.text
  }

  private mutating func add(_ status: StoreFigures) {
    family("sitrep_events_total", "counter", "Events in the store.", [("", "\(status.position)")])
    family(
      "sitrep_incidents_open", "gauge", "Open incidents by severity, drills left out.",
      Severity.allCases.map { ("severity=\"\($0.name)\"", "\(status.openBySeverity[$0] ?? 0)") })
    family("sitrep_alerts_firing", "gauge", "Alerts that fire.", [("", "\(status.alertsFiring)")])
    family("sitrep_write_queue_depth", "gauge", "Writes that wait for the store.", [("", "\(status.queueDepth)")])
    family(
      "sitrep_source_last_seen_timestamp_seconds", "gauge", "When each source of alerts was last heard.",
      status.sources.map { ("source=\"\(Self.escaped($0.name))\"", Self.seconds($0.lastSeenAt.milliseconds)) })
  }

  private mutating func add(_ counts: IntakeCounts, now: Instant) {
    family(
      "sitrep_ingest_requests_total", "counter", "Requests to send alerts, by how they ended.",
      RequestOutcome.allCases.map { ("outcome=\"\($0.rawValue)\"", "\(counts.requests[$0] ?? 0)") })
    family(
      "sitrep_ingest_alerts_total", "counter", "Alerts taken in, by what became of them.",
      IntakeCounts.results.map { ("result=\"\($0)\"", "\(counts.alerts[$0] ?? 0)") })
    if let last = counts.lastWebhookAt {
      family(
        "sitrep_last_webhook_age_seconds", "gauge", "How long ago alerts were last taken in.",
        [("", Self.seconds(max(0, (now - last).milliseconds)))])
    }
    add(counts.durations)
  }

  private mutating func add(_ durations: DurationHistogram) {
    let name = "sitrep_ingest_duration_seconds"
    head(name, "histogram", "How long requests to send alerts took, the durable write included.")
    var total = 0
    for (index, bound) in DurationHistogram.bounds.enumerated() {
      total += durations.counts[index]
      text += "\(name)_bucket{le=\"\(bound)\"} \(total)\n"
    }
    text += "\(name)_bucket{le=\"+Inf\"} \(durations.count)\n\(name)_sum \(durations.sum)\n"
    text += "\(name)_count \(durations.count)\n"
  }

  private mutating func family(_ name: String, _ type: String, _ help: String, _ samples: [(String, String)]) {
    guard !samples.isEmpty else { return }
    head(name, type, help)
    for (labels, value) in samples { text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n" }
  }

  private mutating func head(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    "\(milliseconds / 1_000).\(padded(Int(milliseconds % 1_000), 3))"
  }

  private static func escaped(_ label: String) -> String {
    var escaped = ""
    for character in label.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
