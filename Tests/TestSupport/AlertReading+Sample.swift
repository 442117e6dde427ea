package import EventLog
package import Incidents

extension AlertReading {
  /// One alert of the service "checkout"; a severity of nil leaves the label out.
  package static func sample(
    _ name: String = "HighErrorRate", fingerprint: String = "a1", severity: String? = "critical",
    service: String? = "checkout", isFiring: Bool = true, startsAt: Instant = .at("09:58"), endsAt: Instant? = nil,
    labels: [String: String] = [:], summary: String? = "Too many errors"
  ) -> AlertReading {
    var all = labels
    all["alertname"] = name
    all["severity"] = severity ?? labels["severity"]
    all["service"] = service ?? labels["service"]
    return AlertReading(
      fingerprint: fingerprint, isFiring: isFiring, labels: all, annotations: summary.map { ["summary": $0] } ?? [:],
      startsAt: startsAt, endsAt: endsAt)
  }

  /// The same alert as it ends.
  package func ended(at instant: Instant) -> AlertReading {
    var copy = self
    copy.isFiring = false
    copy.endsAt = instant
    return copy
  }

  /// The same alert in a later episode.
  package func again(at instant: Instant) -> AlertReading {
    var copy = self
    copy.startsAt = instant
    copy.isFiring = true
    copy.endsAt = nil
    return copy
  }
}
