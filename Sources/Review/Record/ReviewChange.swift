package import EventLog

/// What somebody wants to do about a post-mortem.
package enum ReviewChange: Hashable, Sendable {
  case own(person: String)
  case move(to: ReviewStage, reason: String?)
  /// `base` is the version that its author had before them.
  case save(HumanSection, text: String, base: EventID?)
  /// One text in the place of all that stand beside each other.
  case merge(HumanSection, text: String)
  case explain(section: String, reason: String)
  case accept(rule: CheckRule, words: String, reason: String)
  /// `under` is the number of the factor that it made possible.
  case name(factor: String, ContributingFactor.Kind, evidence: String?, under: Int?)
  case acceptFactor(number: Int, reason: String)
  case add(ActionFields)
  case change(number: Int, ActionFields)
  case end(number: Int, ActionItem.State, note: String?)
}

/// The fields of an action item as they were given; nil leaves one as it is.
package struct ActionFields: Hashable, Sendable {
  package var text: String?
  package var kind: ActionItem.Kind?
  package var owner: String?
  package var dueAt: Instant?
  package var doneWhen: String?
  package var link: String?

  package init(
    text: String? = nil, kind: ActionItem.Kind? = nil, owner: String? = nil, dueAt: Instant? = nil,
    doneWhen: String? = nil, link: String? = nil
  ) {
    self.text = text
    self.kind = kind
    self.owner = owner
    self.dueAt = dueAt
    self.doneWhen = doneWhen
    self.link = link
  }

  var isEmpty: Bool { self == ActionFields() }
}
