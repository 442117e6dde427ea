/// What a person may do beyond the daily work, or is trained for; written under `roles` in `oncall.yaml`.
package enum PersonRole: String, Sendable, CaseIterable {
  /// Trained to command an incident.
  case commander
  /// Next in line when nobody else answers.
  case manager
  case rota, keys, configuration, redaction, waivers, approvals, automation
  case signOff = "sign-off"
}
