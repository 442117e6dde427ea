package import Desk
package import EventLog

/// What the server counted since it started.
package struct IntakeCounts: Sendable {
  package private(set) var requests: [RequestOutcome: Int] = [:]
  package private(set) var alerts: [String: Int] = [:]
  package private(set) var durations = DurationHistogram()
  package private(set) var lastWebhookAt: Instant?

  /// What can become of an alert, as labels in `/metrics`.
  static let results = ["opened", "joined", "listed", "redelivered", "heartbeat", "ignored"]

  package init() {}

  package mutating func record(_ outcome: RequestOutcome, seconds: Double) {
    requests[outcome, default: 0] += 1
    durations.record(seconds: seconds)
  }

  /// Counts what was taken in, at the time when it was durable.
  package mutating func record(_ receipt: SignalReceipt, at now: Instant) {
    lastWebhookAt = now
    let counts = [
      receipt.opened, receipt.joined, receipt.listed, receipt.redelivered, receipt.heartbeats, receipt.ignored,
    ]
    for (result, count) in zip(Self.results, counts) { alerts[result, default: 0] += count }
  }
}
