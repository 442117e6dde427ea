package import EventLog

/// What a procedure's YAML head says of it; everything is optional, and keys of other tools are left alone.
package struct FrontMatter: Hashable, Sendable, Codable {
  package var kind: ProcedureKind?
  package var title: String?
  package var service: String?
  package var tier: Int?
  /// "SEV1" to "SEV4", as written.
  package var severity: String?
  /// How long the whole should take.
  package var target: Span?
  /// Recovery time objective.
  package var rto: Span?
  /// Recovery point objective.
  package var rpo: Span?
  /// Names of the rules that lead here.
  package var rules: [String]
  /// Names under which alerts from elsewhere come that mean the same.
  package var alerts: [String]
  package var reviewers: [String]
  /// Values for `{{name}}` where the incident and its alerts give none.
  package var variables: [String: String]
  /// What each `{{name}}` stands for that only the moment knows, for whoever is asked for it.
  package var asks: [String: String]

  package init(
    kind: ProcedureKind? = nil, title: String? = nil, service: String? = nil, tier: Int? = nil,
    severity: String? = nil, target: Span? = nil, rto: Span? = nil, rpo: Span? = nil,
    rules: [String] = [], alerts: [String] = [],
    reviewers: [String] = [], variables: [String: String] = [:], asks: [String: String] = [:]
  ) {
    self.kind = kind
    self.title = title
    self.service = service
    self.tier = tier
    self.severity = severity
    self.target = target
    self.rto = rto
    self.rpo = rpo
    self.rules = rules
    self.alerts = alerts
    self.reviewers = reviewers
    self.variables = variables
    self.asks = asks
  }

  private enum CodingKeys: String, CodingKey {
    case kind, title, service, tier, severity, rules, alerts, reviewers, variables, asks
    case target = "target_ms"
    case rto = "rto_ms"
    case rpo = "rpo_ms"
  }
}
