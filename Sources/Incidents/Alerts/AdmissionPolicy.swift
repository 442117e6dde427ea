/// Which alerts open an incident, and which belong together.
package struct AdmissionPolicy: Hashable, Sendable, Codable {
  /// What happens with an alert: it opens an incident of this severity, is only listed, or is not for people at all.
  package enum Verdict: Hashable, Sendable, Codable {
    case opens(Severity)
    case listed
    /// A sign of life of its source (a dead-man's switch), recorded as such.
    case heartbeat
    case ignored
  }

  /// By the label `severity`, in lower case.
  package var bySeverityLabel: [String: Verdict]
  /// By alert name; goes before everything else.
  package var byRule: [String: Verdict]
  /// By service; goes before the label.
  package var byService: [String: Verdict]
  /// Alert names that belong to one family; every other name is its own.
  package var families: [String: String]

  package init(
    bySeverityLabel: [String: Verdict] = AdmissionPolicy.shippedLabels,
    byRule: [String: Verdict] = AdmissionPolicy.shippedRules, byService: [String: Verdict] = [:],
    families: [String: String] = [:]
  ) {
    self.bySeverityLabel = bySeverityLabel
    self.byRule = byRule
    self.byService = byService
    self.families = families
  }

  package static let shippedLabels: [String: Verdict] = [
    "critical": .opens(.sev1), "warning": .opens(.sev3), "info": .listed, "none": .listed,
  ]
  package static let shippedRules: [String: Verdict] = ["Watchdog": .heartbeat, "InfoInhibitor": .ignored]

  /// The verdict on an alert and the reason for it in words.
  package func verdict(on alert: AlertReading) -> (verdict: Verdict, because: String) {
    if let verdict = byRule[alert.name] { return (verdict, "the rule for \(alert.name)") }
    if let service = Self.service(of: alert), let verdict = byService[service] {
      return (verdict, "the rule for the service \(service)")
    }
    guard let label = alert.labels["severity"]?.lowercased() else {
      return (bySeverityLabel["none"] ?? .listed, "the lack of a label severity")
    }
    if let verdict = bySeverityLabel[label] { return (verdict, "its label severity=\(label)") }
    if let severity = Severity(label) { return (.opens(severity), "its label severity=\(label)") }
    return (.listed, "no rule for severity=\(label)")
  }

  package func family(of alert: AlertReading) -> String { families[alert.name] ?? alert.name }

  /// The label `service`, else `job`; nil where neither is there.
  package static func service(of alert: AlertReading) -> String? {
    for label in ["service", "job"] {
      if let name = alert.labels[label]?.trimmed, !name.isEmpty { return name }
    }
    return nil
  }

  /// One open incident per service and rule family; without a service per group, never one bucket for all. The key
  /// is typed and versioned, so that the rule can change without touching what is open.
  package func key(of alert: AlertReading, in signal: AlertSignal) -> String {
    if let service = Self.service(of: alert) { return "service:1:\(service)|\(family(of: alert))" }
    return "group:1:\(signal.source)|\(signal.groupKey)|\(family(of: alert))"
  }
}
