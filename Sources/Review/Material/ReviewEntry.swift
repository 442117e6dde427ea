package import EventLog

/// An entry of the timeline, for review.
package struct ReviewEntry: Hashable, Sendable {
  package var id: EventID
  /// One word: "note", "action", "decision", "observation", "comms", "alert", "step", "status" …
  package var kind: String
  package var person: String
  package var assurance: Assurance
  package var happenedAt: Instant
  package var precision: Precision
  package var recordedAt: Instant
  package var text: String
  package var isPinned: Bool
  package var isHidden: Bool
  /// It was undone, or is what undid another.
  package var isTakenBack: Bool
  /// Comes from monitoring; many of them in a row tell little more than one.
  package var isAlert: Bool
  /// Attachment digests or addresses.
  package var evidence: [String]

  package init(
    id: EventID, kind: String, person: String, assurance: Assurance = .verified, happenedAt: Instant,
    precision: Precision = .exact, recordedAt: Instant? = nil, text: String, isPinned: Bool = false,
    isHidden: Bool = false, isTakenBack: Bool = false, isAlert: Bool = false, evidence: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.person = person
    self.assurance = assurance
    self.happenedAt = happenedAt
    self.precision = precision
    self.recordedAt = recordedAt ?? happenedAt
    self.text = text
    self.isPinned = isPinned
    self.isHidden = isHidden
    self.isTakenBack = isTakenBack
    self.isAlert = isAlert
    self.evidence = evidence
  }

  /// Whether the story has it. What was taken back is noise there, unless somebody pinned it.
  var isTold: Bool { !isHidden && (!isTakenBack || isPinned) }
}
