/// Where an incident stands in its life.
package enum Status: String, Sendable, Codable, CaseIterable {
  case triggered, acknowledged, mitigated, resolved, closed

  /// Somebody may still have to do something at once.
  package var isOpen: Bool { self != .closed && self != .resolved }
}

/// How an incident ended; only the first two enter the figures and owe a post-mortem.
package enum Resolution: String, Sendable, Codable, CaseIterable {
  case fixed
  case selfHealed = "self_healed"
  case falseAlarm = "false_alarm"
  case duplicate, cancelled

  package var counts: Bool { self == .fixed || self == .selfHealed }
}
