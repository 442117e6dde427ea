package import EventLog

/// Many incidents that open at once: people are woken by the first of them, and the rest would only drown these. Worse
/// ones than those that people were paged for are none of the storm.
package struct PageStorm: Sendable {
  /// An open incident that people are paged for.
  package struct Opening: Hashable, Sendable {
    package var incident: StreamID
    package var number: Int
    package var openedAt: Instant
    package var severity: Severity
    /// Whether nobody has it.
    package var isNobodys: Bool

    package init(incident: StreamID, number: Int, openedAt: Instant, severity: Severity, isNobodys: Bool) {
      self.incident = incident
      self.number = number
      self.openedAt = openedAt
      self.severity = severity
      self.isNobodys = isNobodys
    }
  }

  /// More openings than this within `window` are a storm.
  package static let threshold = 10
  package static let window = Span.minutes(2)
  /// How long the pages of one that is not among the first wait, and again as long as nobody has all of the first.
  package static let patience = Span.minutes(15)

  private let openings: [Opening]

  package init(_ openings: [Opening]) {
    self.openings = openings.sorted {
      ($0.openedAt, $0.number, $0.incident.name) < ($1.openedAt, $1.number, $1.incident.name)
    }
  }

  /// What keeps the pages of an incident back; nil where it is among the first, or where its time has come.
  package func hold(on incident: StreamID, at now: Instant) -> EscalationHold? {
    guard openings.count > Self.threshold, let place = openings.firstIndex(where: { $0.incident == incident }) else {
      return nil
    }
    let own = openings[place]
    let first = openings[..<place]
      .filter { $0.openedAt > own.openedAt - Self.window && $0.severity <= own.severity }
      .prefix(Self.threshold)
    guard first.count == Self.threshold, let leader = first.first else { return nil }
    let waited = max(0, (now - own.openedAt).milliseconds / Self.patience.milliseconds)
    guard waited == 0 || first.contains(where: \.isNobodys) else { return nil }
    let until = own.openedAt + .milliseconds(Self.patience.milliseconds * (waited + 1))
    return EscalationHold(
      id: "storm:\(until.milliseconds)", until: until,
      because:
        "it is one of more than \(Self.threshold) that opened within \(SpanWords.short(Self.window)), and people "
        + "were paged for #\(leader.number) and those after it")
  }
}
