package import EventLog

/// One of the five times of an incident, and how exactly it is known.
package struct TimePoint: Hashable, Sendable, Codable {
  package var at: Instant
  package var precision: Precision

  package init(_ at: Instant, _ precision: Precision = .exact) {
    self.at = at
    self.precision = precision
  }
}

/// The five times that every figure is computed from, in the order they must keep.
package struct IncidentTimes: Hashable, Sendable, Codable {
  package var impactStarted: TimePoint?
  package var detected: TimePoint?
  package var declared: TimePoint?
  package var mitigated: TimePoint?
  package var resolved: TimePoint?

  package init(
    impactStarted: TimePoint? = nil, detected: TimePoint? = nil, declared: TimePoint? = nil,
    mitigated: TimePoint? = nil, resolved: TimePoint? = nil
  ) {
    self.impactStarted = impactStarted
    self.detected = detected
    self.declared = declared
    self.mitigated = mitigated
    self.resolved = resolved
  }

  /// What stands in `other`, where it says something; else what stands here.
  package func replaced(by other: IncidentTimes) -> IncidentTimes {
    IncidentTimes(
      impactStarted: other.impactStarted ?? impactStarted, detected: other.detected ?? detected,
      declared: other.declared ?? declared, mitigated: other.mitigated ?? mitigated,
      resolved: other.resolved ?? resolved)
  }

  /// The first pair that stands in the wrong order, by name; nil where all is well. Detection may come after the
  /// declaration (a person saw it first), so only the ends that cannot cross are compared.
  package var disorder: (earlier: String, later: String)? {
    let pairs: [(String, TimePoint?, String, TimePoint?)] = [
      ("impact start", impactStarted, "detection", detected),
      ("impact start", impactStarted, "declaration", declared),
      ("impact start", impactStarted, "mitigation", mitigated),
      ("impact start", impactStarted, "resolution", resolved),
      ("detection", detected, "mitigation", mitigated),
      ("detection", detected, "resolution", resolved),
      ("mitigation", mitigated, "resolution", resolved),
    ]
    for (earlierName, earlier, laterName, later) in pairs {
      if let earlier, let later, earlier.at > later.at { return (earlierName, laterName) }
    }
    return nil
  }

  /// - Throws: the refusal that names the first pair in the wrong order.
  func requireOrder() throws(IncidentRefusal) {
    guard let disorder else { return }
    throw .timesOutOfOrder(earlier: disorder.earlier, later: disorder.later)
  }
}
