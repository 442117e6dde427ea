package import EventLog

/// A stretch of time, `start` included and `end` not, in which one person holds a role, or nobody does.
package struct Shift: Hashable, Sendable {
  package var start: Instant
  package var end: Instant
  package var role: DutyRole
  /// The person's short name; nil in a gap.
  package var person: String?
  package var source: DutySource

  package init(start: Instant, end: Instant, role: DutyRole, person: String?, source: DutySource) {
    self.start = start
    self.end = end
    self.role = role
    self.person = person
    self.source = source
  }

  package var isGap: Bool { person == nil }
  package var length: Span { end - start }
}
