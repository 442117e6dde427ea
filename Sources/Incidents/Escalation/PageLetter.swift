package import EventLog

/// A page to one person, as it is handed to whatever delivers it.
package struct PageLetter: Hashable, Sendable {
  /// The same for every attempt, on every channel and from every file: whoever gets two of one key has one page.
  package var key: String
  package var person: String
  package var incident: StreamID
  package var number: Int
  package var title: String
  /// "SEV1?", as the screens write it.
  package var severity: String
  package var service: String?
  /// Why this person is paged now, in words.
  package var because: String
  /// To be told and not to be woken.
  package var isNotice: Bool
  /// When it was decided.
  package var at: Instant

  package init(_ page: PageIntended, on incident: Incident, at: Instant) {
    key = page.key
    person = page.person
    self.incident = incident.id
    number = incident.number
    title = incident.title
    severity = incident.severityLabel
    service = incident.service
    because = page.because
    isNotice = page.isNotice == true
    self.at = at
  }
}
