package import EventLog
package import Incidents

/// A length of time computed from two of an incident's times, or why it is not known.
package struct Figure: Hashable, Sendable {
  /// Which length of time it is; the raw values are the names in the field.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    /// Detection after the impact began.
    case timeToDetect = "ttd"
    /// Acknowledgement after the first page.
    case timeToAcknowledge = "tta"
    /// Mitigation after the detection.
    case timeToMitigate = "ttm"
    /// Mitigation after the impact began: how long users felt it.
    case impactToMitigation = "ttm_from_impact"
    /// Resolution after the impact began: recovery, from failure to verified service.
    case timeToRecover = "ttr"
  }

  package var name: Name
  package var value: Span?
  /// The worse of the two times'.
  package var precision: Precision
  /// Which time is missing, or which two cross, where there is no value.
  package var missing: String?

  /// The figures of an incident, in order. A missing time or a negative interval gives no value: unknown is not zero.
  package static func all(of incident: Incident) -> [Figure] {
    let times = incident.times
    let paged = incident.pagedAt.map { TimePoint($0) }
    let acknowledged = incident.acknowledgedAt.map { TimePoint($0) }
    let impact = ("impact start", times.impactStarted)
    let detected = ("detection", times.detected)
    let mitigated = ("mitigation", times.mitigated)
    let resolved = ("resolution", times.resolved)
    return [
      Figure(.timeToDetect, from: impact, to: detected),
      Figure(.timeToAcknowledge, from: ("first page", paged), to: ("acknowledgement", acknowledged)),
      Figure(.timeToMitigate, from: detected, to: mitigated),
      Figure(.impactToMitigation, from: impact, to: mitigated),
      Figure(.timeToRecover, from: impact, to: resolved),
    ]
  }

  private init(_ name: Name, from start: (String, TimePoint?), to end: (String, TimePoint?)) {
    self.name = name
    precision = .unknown
    guard let first = start.1, first.precision != .unknown else {
      missing = "\(start.0) unknown"
      return
    }
    guard let last = end.1, last.precision != .unknown else {
      missing = "\(end.0) unknown"
      return
    }
    guard first.at <= last.at else {
      missing = "\(end.0) is before \(start.0)"
      return
    }
    value = last.at - first.at
    let order: [Precision] = [.exact, .minute, .approximate]
    precision = order.last { $0 == first.precision || $0 == last.precision } ?? .exact
  }
}
