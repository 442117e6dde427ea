package import EventLog

/// What a monitoring system says, decoded from its wire format: a group of alerts, each with its own status.
package struct AlertSignal: Hashable, Sendable {
  /// Which kind of system spoke ("alertmanager").
  package var source: String
  package var groupKey: String
  package var receiver: String
  /// Alerts that the sender cut off: their absence is not a resolution.
  package var truncated: Int
  package var alerts: [AlertReading]

  package init(source: String, groupKey: String, receiver: String, truncated: Int = 0, alerts: [AlertReading]) {
    self.source = source
    self.groupKey = groupKey
    self.receiver = receiver
    self.truncated = truncated
    self.alerts = alerts
  }
}

/// One alert of a signal. Identity is (source, fingerprint); an episode adds `startsAt`.
package struct AlertReading: Hashable, Sendable {
  package var fingerprint: String
  package var isFiring: Bool
  package var labels: [String: String]
  package var annotations: [String: String]
  package var startsAt: Instant
  /// Nil while it fires.
  package var endsAt: Instant?
  package var generatorURL: String?

  package init(
    fingerprint: String, isFiring: Bool, labels: [String: String], annotations: [String: String], startsAt: Instant,
    endsAt: Instant? = nil, generatorURL: String? = nil
  ) {
    self.fingerprint = fingerprint
    self.isFiring = isFiring
    self.labels = labels
    self.annotations = annotations
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.generatorURL = generatorURL
  }

  package var name: String { labels["alertname"] ?? "alert" }

  /// What a person reads: the summary, else the description, else the name with what tells it apart.
  package var headline: String {
    for key in ["summary", "title", "description", "message"] {
      if let text = annotations[key]?.trimmed, !text.isEmpty { return text }
    }
    return labels["instance"].map { "\(name) on \($0)" } ?? name
  }
}
