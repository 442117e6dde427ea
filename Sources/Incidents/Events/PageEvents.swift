package import EventLog

/// A page to one person was decided; whether it leaves is told by the events that follow.
package struct PageIntended: EventPayload {
  package static let kind = "page.intended"
  package static var redactable: Set<String> { ["person", "key", "because"] }

  /// What makes it one page, whoever sends it and how often.
  package var key: String
  package var person: String
  /// Whom it meant ("primary"); nil where the person was named.
  package var target: String?
  package var run: Int?
  package var round: Int?
  package var level: Int?
  /// To be told and not to be woken.
  package var isNotice: Bool?
  /// The call that it follows; nil where the escalation came to a level, or a person asked for it.
  package var call: WakeCall.Reason?
  package var because: String
}

/// A channel took the page.
package struct PageSent: EventPayload {
  package static let kind = "page.sent"
  package static var redactable: Set<String> { ["person", "key", "receipt"] }

  package var key: String
  package var person: String
  package var channel: String
  /// What the channel gave for it, where it gave anything.
  package var receipt: String?
}

/// A channel did not take the page.
package struct PageFailed: EventPayload {
  package static let kind = "page.failed"
  package static var redactable: Set<String> { ["person", "key", "because"] }

  package var key: String
  package var person: String
  package var channel: String
  package var because: String
  /// No further attempt is made on this channel.
  package var isFinal: Bool
}

/// A page that had not left yet was taken back, or is not tried again.
package struct PageWithdrawn: EventPayload {
  package static let kind = "page.withdrawn"
  package static var redactable: Set<String> { ["person", "key", "because"] }

  package var key: String
  package var person: String
  package var channel: String
  package var because: String
}

/// An attempt on a channel ended in a way that leaves open whether the page went out.
package struct PageLeftUnknown: EventPayload {
  package static let kind = "page.left_unknown"
  package static var redactable: Set<String> { ["person", "key", "because"] }

  package var key: String
  package var person: String
  package var channel: String
  package var because: String
  /// It is sent again under the same key, which the receiver knows; otherwise a person has to say so.
  package var isRepeated: Bool
}

/// A page that was due is kept back.
package struct PageSuppressed: EventPayload {
  package static let kind = "page.suppressed"
  package static var redactable: Set<String> { ["because"] }

  /// What keeps it back ("silence:k3").
  package var hold: String
  package var run: Int?
  package var round: Int?
  package var level: Int?
  package var dueAt: Instant
  /// Until when; nil where nobody has said, or where another pager wakes people.
  package var until: Instant?
  package var because: String
}
