package import EventLog

/// A stretch of time, `start` included and `end` not, in which one person holds a role, or nobody does.
package struct Shift: Hashable, Sendable {
  package var start: Instant
  package var end: Instant
  package var role: DutyRole
  /// The person's short name; nil in a gap.
  package var person: String?
  package var source: DutySource
  /// The change by hand that made it so; nil where the rotation did.
  package var edit: EventID?

  package init(
    start: Instant, end: Instant, role: DutyRole, person: String?, source: DutySource, edit: EventID? = nil
  ) {
    self.start = start
    self.end = end
    self.role = role
    self.person = person
    self.source = source
    self.edit = edit
  }

  package var isGap: Bool { person == nil }
  package var length: Span { end - start }

  /// The part of it that lies within a period; nil where none does.
  package func cut(from: Instant, to: Instant) -> Shift? {
    var part = self
    part.start = max(start, from)
    part.end = min(end, to)
    return part.start < part.end ? part : nil
  }
}
