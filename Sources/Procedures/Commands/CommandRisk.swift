/// What running a command may do, judged from its text alone; it warns and never permits.
package enum CommandRisk: String, Hashable, Sendable, Codable, CaseIterable {
  /// Only reads, as far as its programs are known to.
  case safe
  /// Deletes, stops, kills or overwrites: the operator types the target's name first.
  case destructive
  /// Changes something, or is not known.
  case unknown

  /// The graver of two.
  func joined(_ other: CommandRisk) -> CommandRisk {
    if self == .destructive || other == .destructive { return .destructive }
    return self == .unknown || other == .unknown ? .unknown : .safe
  }
}
