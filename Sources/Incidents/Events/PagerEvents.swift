package import EventLog

/// Another pager told what happened there.
package struct PagerReported: EventPayload {
  package static let kind = "pager.reported"
  package static var redactable: Set<String> { ["person", "assignees", "link"] }

  /// The pager's name in the configuration.
  package var pager: String
  package var report: PagerReport.Kind
  /// The sender's own id of what happened.
  package var eventID: String
  /// Who did it, by the short name where the team knows them; nil where it was no person.
  package var person: String?
  /// Whom it pages, or who has it there.
  package var assignees: [String]
  /// By what that pager gathers what belongs together.
  package var key: String
  /// Its own id of the incident.
  package var remote: String
  package var link: String?
  /// When, by that pager's clock.
  package var at: Instant

  package var word: PagerWord {
    PagerWord(pager: pager, kind: report, person: person, assignees: assignees, key: key, link: link, at: at)
  }
}
