package import EventLog

/// Somebody owns the post-mortem.
package struct ReviewOwned: EventPayload {
  package static let kind = "review.owned"
  package static var redactable: Set<String> { ["person"] }

  package var person: String
}

/// The post-mortem went on to another stage, or back.
package struct ReviewMoved: EventPayload {
  package static let kind = "review.moved"
  package static var correctable: Set<String> { ["reason"] }

  package var stage: ReviewStage
  package var reason: String?
}

/// A section was written anew, on the text of a version before.
package struct SectionSaved: EventPayload {
  package static let kind = "review.section_saved"
  package static var redactable: Set<String> { ["text"] }

  package var section: HumanSection
  package var text: String
  package var base: EventID?
  /// The versions that this one brings together, where there were several.
  package var merges: [EventID]?
}

/// A gap stays open, and why.
package struct GapExplained: EventPayload {
  package static let kind = "review.gap_explained"
  package static var correctable: Set<String> { ["reason"] }

  /// The section it is in.
  package var section: String
  package var reason: String
}

/// A finding of the check stands as it is, and why.
package struct FindingAccepted: EventPayload {
  package static let kind = "review.finding_accepted"
  package static var correctable: Set<String> { ["reason"] }
  package static var redactable: Set<String> { ["words", "reason"] }

  package var rule: String
  /// The words as they stand in the text.
  package var words: String
  package var reason: String
}

/// A contributing factor was named, as an answer to how another became possible or by itself.
package struct FactorNamed: EventPayload {
  package static let kind = "review.factor_named"
  package static var redactable: Set<String> { ["text", "evidence"] }

  package var number: Int
  package var text: String
  package var factor: ContributingFactor.Kind
  package var evidence: String?
  package var parent: EventID?
}

/// Nothing will be done about a factor, and why.
package struct FactorAccepted: EventPayload {
  package static let kind = "review.factor_accepted"
  package static var correctable: Set<String> { ["reason"] }

  package var target: EventID
  package var reason: String
}

/// Something will be done.
package struct ActionAdded: EventPayload {
  package static let kind = "action.added"
  package static var redactable: Set<String> { ["text", "owner", "doneWhen", "link"] }

  package var number: Int
  package var text: String
  package var action: ActionItem.Kind?
  package var owner: String?
  package var dueAt: Instant?
  package var doneWhen: String?
  package var link: String?
}

/// What is said here of an action item is now so; the rest stays.
package struct ActionChanged: EventPayload {
  package static let kind = "action.changed"
  package static var redactable: Set<String> { ["text", "owner", "doneWhen", "link"] }

  package var target: EventID
  package var text: String?
  package var action: ActionItem.Kind?
  package var owner: String?
  package var dueAt: Instant?
  package var doneWhen: String?
  package var link: String?
}

/// An action item is done, dropped, or open again.
package struct ActionMoved: EventPayload {
  package static let kind = "action.moved"
  package static var correctable: Set<String> { ["note"] }

  package var target: EventID
  package var state: ActionItem.State
  package var note: String?
}
