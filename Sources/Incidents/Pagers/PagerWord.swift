package import EventLog

/// The last word of another pager on an incident.
package struct PagerWord: Hashable, Sendable, Codable {
  /// The pager's name in the configuration.
  package var pager: String
  package var kind: PagerReport.Kind
  /// Who did it; nil where it was no person.
  package var person: String?
  /// Whom it pages, or who has it there.
  package var assignees: [String]
  /// By what that pager gathers what belongs together.
  package var key: String
  package var link: String?
  /// When, by that pager's clock.
  package var at: Instant

  package init(
    pager: String, kind: PagerReport.Kind, person: String? = nil, assignees: [String] = [], key: String,
    link: String? = nil, at: Instant
  ) {
    self.pager = pager
    self.kind = kind
    self.person = person
    self.assignees = assignees
    self.key = key
    self.link = link
    self.at = at
  }

  /// "acknowledged by lea", "escalated to jon, mira".
  package var words: String {
    switch kind {
    case .triggered, .escalated, .reassigned:
      kind.rawValue + (assignees.isEmpty ? "" : " to \(assignees.joined(separator: ", "))")
        + (person.map { kind == .reassigned ? " by \($0)" : "" } ?? "")
    case .acknowledged, .unacknowledged, .resolved, .reopened:
      kind.rawValue + (person.map { " by \($0)" } ?? "")
    }
  }
}
