package import EventLog

/// Who holds a role at an instant, and why.
package struct Assignment: Hashable, Sendable {
  /// The person's short name; nil in a gap.
  package var person: String?
  package var source: DutySource
  /// The change by hand that decided it; nil where the rotation did.
  package var edit: EventID?

  package static let nobody = Assignment(person: nil, source: .nobody)

  package init(person: String?, source: DutySource, edit: EventID? = nil) {
    self.person = person
    self.source = source
    self.edit = edit
  }
}
