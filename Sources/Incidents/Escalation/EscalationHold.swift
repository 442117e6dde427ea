package import EventLog

/// Something that keeps pages back for a while: they are not lost, they wait for its end.
package struct EscalationHold: Hashable, Sendable {
  /// What it is; each such thing holds a level back once ("silence:k3", "quiet:1763762400000", "rest").
  package var id: String
  /// Until when; nil where nobody has said.
  package var until: Instant?
  /// The severities that it concerns; nil for all.
  package var severities: [Severity]?
  /// Why, in words ("silence by lea: the disk is being replaced").
  package var because: String
  /// The silence or maintenance window that remembers what it held back; nil for what has no stream of its own.
  package var stream: StreamID?

  package init(
    id: String, until: Instant?, severities: [Severity]? = nil, because: String, stream: StreamID? = nil
  ) {
    self.id = id
    self.until = until
    self.severities = severities
    self.because = because
    self.stream = stream
  }

  package func concerns(_ severity: Severity) -> Bool { severities?.contains(severity) ?? true }
}

extension [EscalationHold] {
  /// The one that lasts longest of those that concern a severity and have not ended.
  func longest(on severity: Severity, at now: Instant) -> EscalationHold? {
    let never = Instant(milliseconds: .max)
    let inForce = filter { $0.concerns(severity) && $0.until ?? never > now }
    return inForce.max { ($0.until ?? never, $0.id) < ($1.until ?? never, $1.id) }
  }
}
