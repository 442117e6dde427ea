package import EventLog

/// The two clocks by which people are told: those inside and the public have one each, and neither answers the other.
package enum UpdateClock: String, Sendable, Codable, CaseIterable {
  case team = "internal"
  case everyone = "public"

  /// The kind of its promises.
  package var kind: String {
    switch self {
    case .team: Clocks.update
    case .everyone: Clocks.publicUpdate
    }
  }

  /// What is promised, in a rule.
  var noun: String {
    switch self {
    case .team: "update"
    case .everyone: "public update"
    }
  }

  /// When they were told last.
  package func last(_ incident: Incident) -> Instant? {
    switch self {
    case .team: incident.lastUpdateAt
    case .everyone: lastTold(incident)?.at
    }
  }

  /// When that message promised to say more.
  package func promised(_ incident: Incident) -> Instant? {
    switch self {
    case .team: incident.promisedUpdateAt
    case .everyone: lastTold(incident)?.nextUpdateAt
    }
  }

  private func lastTold(_ incident: Incident) -> Told? {
    incident.told.filter { $0.audience.clock == self }.max { $0.at < $1.at }
  }
}
