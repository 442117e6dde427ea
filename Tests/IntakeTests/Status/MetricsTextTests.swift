import Desk
import EventLog
import Incidents
import Testing

@testable import Intake

@Suite struct MetricsTextTests {
  @Test func isWhatPrometheusReads() {
    var counts = IntakeCounts()
    var receipt = SignalReceipt()
    receipt.opened = 2
    receipt.heartbeats = 1
    counts.record(receipt, at: moment - .milliseconds(4_250))
    counts.record(.accepted, seconds: 0.004)
    counts.record(.malformed, seconds: 9)
    let status = StoreFigures(
      node: "n", position: 12, openBySeverity: [.sev1: 1], alertsFiring: 3, queueDepth: 4,
      sources: [.init(name: "a\"b\\c\n", lastSeenAt: moment)])
    let text = MetricsText.write(status: status, counts: counts, version: "1.2.3", now: moment)
    for line in [
      #"sitrep_build_info{version="1.2.3"} 1"#, "sitrep_events_total 12", #"sitrep_incidents_open{severity="SEV1"} 1"#,
      #"sitrep_incidents_open{severity="SEV4"} 0"#, "sitrep_alerts_firing 3", "sitrep_write_queue_depth 4",
      #"sitrep_source_last_seen_timestamp_seconds{source="a\"b\\c\n"} 1795231860.000"#,
      #"sitrep_ingest_requests_total{outcome="accepted"} 1"#, #"sitrep_ingest_requests_total{outcome="busy"} 0"#,
      #"sitrep_ingest_alerts_total{result="opened"} 2"#, #"sitrep_ingest_alerts_total{result="heartbeat"} 1"#,
      "sitrep_last_webhook_age_seconds 4.250", #"sitrep_ingest_duration_seconds_bucket{le="0.0025"} 0"#,
      #"sitrep_ingest_duration_seconds_bucket{le="0.005"} 1"#, #"sitrep_ingest_duration_seconds_bucket{le="5.0"} 1"#,
      #"sitrep_ingest_duration_seconds_bucket{le="+Inf"} 2"#, "sitrep_ingest_duration_seconds_count 2",
    ] { #expect(text.contains(line + "\n"), "\(line)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("# ") || $0.hasPrefix("sitrep_") })
  }

  @Test func leavesOutWhatIsNotKnown() {
    let text = MetricsText.write(status: nil, counts: IntakeCounts(), version: "1", now: moment)
    #expect(!text.contains("sitrep_events_total"))
    #expect(!text.contains("sitrep_last_webhook_age_seconds"))
    #expect(text.contains("sitrep_ingest_duration_seconds_count 0\n"))
  }
}
