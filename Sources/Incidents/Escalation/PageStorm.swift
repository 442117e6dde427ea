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

  /// The first to open first.
  package let openings: [Opening]

  package init(_ openings: [Opening]) {
    self.openings = openings.sorted {
      ($0.openedAt, $0.number, $0.incident.name) < ($1.openedAt, $1.number, $1.incident.name)
    }
  }

  /// What keeps the pages of an incident back; nil where it is among the first, or where its time has come.
  ///
  /// - Parameter wasPaged: whether a page about an incident left, or may still: what woke nobody keeps nothing back.
  package func hold(
    on incident: StreamID, at now: Instant, wasPaged: (StreamID) throws -> Bool
  ) rethrows -> EscalationHold? {
    guard openings.count > Self.threshold, let place = openings.firstIndex(where: { $0.incident == incident }) else {
      return nil
    }
    let own = openings[place]
    let before = openings[..<place]
      .filter { $0.openedAt > own.openedAt - Self.window && $0.severity <= own.severity }
    var first: [Opening] = []
    // Most have no storm around them, and none is asked for then.
    if before.count >= Self.threshold {
      for opening in before where first.count < Self.threshold {
        if try wasPaged(opening.incident) { first.append(opening) }
      }
    }
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
