import EventLog

/// Whether service came back in time: computed, never typed.
package enum RecoveryVerdict: String, Sendable, Codable, CaseIterable {
  case met = "MET"
  case missed = "MISSED"
  case unverified = "UNVERIFIED"
  case unknown = "UNKNOWN"
  case running = "RUNNING"

  /// The verdict over the time from disruption to verified recovery; without a tier, a disruption or a check there
  /// is none, and unknown is not met.
  package init(_ incident: Incident, tiers: [Int: TierTargets]) {
    guard let tier = incident.tier, let target = tiers[tier]?.rto, let disruption = incident.disruption else {
      self = .unknown
      return
    }
    guard let resolved = incident.times.resolved, !incident.status.isOpen else {
      self = .running
      return
    }
    guard incident.verification != nil else {
      self = .unverified
      return
    }
    self = resolved.at - disruption.at <= target ? .met : .missed
  }
}
