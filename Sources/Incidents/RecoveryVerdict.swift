import EventLog

/// Whether service came back in time: computed, never typed.
package enum RecoveryVerdict: String, Sendable, Codable, CaseIterable {
  case met = "MET"
  case missed = "MISSED"
  case unverified = "UNVERIFIED"
  case unknown = "UNKNOWN"
  case running = "RUNNING"

  /// The verdict over the time from disruption to verified recovery; without a tier, a disruption or a check there
  /// is none, and unknown is not met. The promise that was recorded counts; the targets of today only where none was.
  package init(_ incident: Incident, tiers: [Int: TierTargets]) {
    let promised = incident.deadlines.last { $0.kind == Clocks.recovery }?.dueAt
    let computed = incident.tier.flatMap { tiers[$0]?.rto }.flatMap { target in
      incident.disruption.map { $0.at + target }
    }
    guard incident.tier != nil, incident.disruption != nil, let due = promised ?? computed else {
      self = .unknown
      return
    }
    guard !incident.status.isOpen else {
      self = .running
      return
    }
    guard let resolved = incident.times.resolved, incident.resolution?.counts == true else {
      self = .unknown
      return
    }
    guard incident.verification != nil else {
      self = .unverified
      return
    }
    self = resolved.at <= due ? .met : .missed
  }
}
