package import EventLog

/// A time in which some incidents wake nobody: their pages wait for its end. Nothing is hidden by it.
package struct Silence: Hashable, Sendable, Codable {
  /// Why there is one.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Somebody wants quiet about something that is known.
    case silence
    /// Work is planned, and what it does to the service is expected.
    case maintenance
  }

  /// A page that waits, or waited, because of it.
  package struct HeldBack: Hashable, Sendable, Codable {
    package var incident: StreamID
    package var number: Int
    package var title: String
    package var severity: Severity
    package var level: Int?
    package var at: Instant
  }

  package var id: StreamID
  package var kind = Kind.silence
  package var owner = ""
  /// All must hold; none matches everything.
  package var matchers: [SilenceMatcher] = []
  package var from = Instant(milliseconds: 0)
  package var until = Instant(milliseconds: 0)
  package var reason = ""
  package var endedAt: Instant?
  package var endedBy: String?
  package var heldBack: [HeldBack] = []

  package init(id: StreamID) { self.id = id }

  package var exists: Bool { !owner.isEmpty }

  /// When it is over, or was.
  package var end: Instant { min(endedAt ?? until, until) }

  package func isInForce(at now: Instant) -> Bool { exists && from <= now && now < end }

  /// Not over yet: in force, or still to begin.
  package func isAhead(at now: Instant) -> Bool { exists && now < end }

  package func matches(_ incident: Incident) -> Bool { matchers.allSatisfy { $0.matches(incident) } }

  package var matcherText: String { matchers.map(\.text).joined(separator: " ") }

  /// "silence by lea: the disk is being replaced".
  package var words: String { "\(kind.rawValue) by \(owner): \(reason)" }

  /// What it keeps back of an incident now; nil where it does not.
  package func hold(on incident: Incident, at now: Instant) -> EscalationHold? {
    guard isInForce(at: now), matches(incident) else { return nil }
    return EscalationHold(id: id.name, until: end, because: words, stream: id)
  }
}
