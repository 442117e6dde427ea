package import EventLog

/// What kind of thing somebody wrote down.
package enum EntryKind: String, Sendable, Codable, CaseIterable {
  case note, action, decision, observation, comms
}

/// Something a person wrote on the timeline.
package struct TimelineNoted: EventPayload {
  package static let kind = "timeline.noted"
  package static var correctable: Set<String> { ["text", "entry"] }
  package static var redactable: Set<String> { ["text", "saidBy", "title", "unapproved"] }

  package var text: String
  package var entry: EntryKind
  /// For an update that names its own next time.
  package var nextUpdateAt: Instant?
  /// Who said it, where somebody else wrote it down.
  package var saidBy: String?
  /// What it was taken over from ("slack export").
  package var importedFrom: String?
  /// To whom it went, for a message; nil for one to those inside that nobody addressed.
  package var message: SentMessage?
  /// What the message calls the incident.
  package var title: String?
  /// Why it went out without the approval that it wanted.
  package var unapproved: String?
}

/// An entry is marked for the post-mortem's narrative, or no longer.
package struct EntryPinned: EventPayload {
  package static let kind = "timeline.pinned"

  package var target: EventID
  package var isPinned: Bool
}

/// An entry is left out of the narrative, or no longer; the log keeps it.
package struct EntryHidden: EventPayload {
  package static let kind = "timeline.hidden"

  package var target: EventID
  package var isHidden: Bool
}
