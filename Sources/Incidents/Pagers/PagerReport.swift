package import EventLog

/// What another pager tells of something that it pages people for.
package struct PagerReport: Hashable, Sendable {
  /// What happened there.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case triggered, acknowledged, unacknowledged, escalated, reassigned, resolved, reopened
  }

  /// Somebody as that pager knows them.
  package struct Person: Hashable, Sendable {
    package var name: String
    package var email: String?

    package init(name: String, email: String? = nil) {
      self.name = name
      self.email = email
    }
  }

  /// The pager's name in the configuration.
  package var pager: String
  /// The sender's own id of what happened: the same however often it is told.
  package var eventID: String
  package var kind: Kind
  /// Who did it; nil where it was no person.
  package var person: Person?
  /// Whom it pages, or who has it.
  package var assignees: [Person]
  /// By what that pager gathers what belongs together (its deduplication key, its alias).
  package var key: String
  /// Its own id of the incident.
  package var remote: String
  /// Where it is shown there, as a URL.
  package var link: String?
  package var at: Instant

  package init(
    pager: String, eventID: String, kind: Kind, person: Person? = nil, assignees: [Person] = [], key: String,
    remote: String, link: String? = nil, at: Instant
  ) {
    self.pager = pager
    self.eventID = eventID
    self.kind = kind
    self.person = person
    self.assignees = assignees
    self.key = key
    self.remote = remote
    self.link = link
    self.at = at
  }
}
