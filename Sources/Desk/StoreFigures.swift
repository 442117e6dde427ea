package import EventLog
package import Incidents

/// What the store says about itself, for `/metrics` and `/status.json`.
package struct StoreFigures: Hashable, Sendable {
  /// The end of one node's chain.
  package struct Head: Hashable, Sendable, Codable {
    package var node: String
    package var sequence: Int64
    /// In hexadecimal.
    package var hash: String

    package init(node: String, sequence: Int64, hash: String) {
      self.node = node
      self.sequence = sequence
      self.hash = hash
    }
  }

  /// A sender and when it was last heard.
  package struct Source: Hashable, Sendable, Codable {
    package var name: String
    package var lastSeenAt: Instant

    package init(name: String, lastSeenAt: Instant) {
      self.name = name
      self.lastSeenAt = lastSeenAt
    }

    private enum CodingKeys: String, CodingKey {
      case name
      case lastSeenAt = "last_seen_at"
    }
  }

  /// The node that this file writes as.
  package var node: String
  /// How many events the store holds, in the order in which they came.
  package var position: Int64
  package var heads: [Head]
  package var openBySeverity: [Severity: Int]
  package var alertsFiring: Int
  /// Writes that wait.
  package var queueDepth: Int
  package var sources: [Source]

  package init(
    node: String, position: Int64, heads: [Head] = [], openBySeverity: [Severity: Int] = [:], alertsFiring: Int = 0,
    queueDepth: Int = 0, sources: [Source] = []
  ) {
    self.node = node
    self.position = position
    self.heads = heads
    self.openBySeverity = openBySeverity
    self.alertsFiring = alertsFiring
    self.queueDepth = queueDepth
    self.sources = sources
  }
}
