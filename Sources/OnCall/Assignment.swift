/// Who holds a role at an instant, and why.
package struct Assignment: Hashable, Sendable {
  /// The person's short name; nil in a gap.
  package var person: String?
  package var source: DutySource

  package static let nobody = Assignment(person: nil, source: .nobody)

  package init(person: String?, source: DutySource) {
    self.person = person
    self.source = source
  }
}
