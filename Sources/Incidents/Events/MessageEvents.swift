package import EventLog

/// Somebody who may do so approves a text before it goes out.
package struct MessageApproved: EventPayload {
  package static let kind = "message.approved"
  package static var redactable: Set<String> { ["text"] }

  package var audience: Audience
  package var text: String
}

/// A channel took the letter of a message.
package struct MessageDelivered: EventPayload {
  package static let kind = "message.delivered"
  package static var redactable: Set<String> { ["receipt"] }

  /// The entry that holds the message.
  package var message: EventID
  package var audience: Audience
  package var channel: String
  /// Which of its letters, counted from 0.
  package var way: Int
  /// What the channel gave for it, where it gave anything.
  package var receipt: String?
}

/// A channel did not take the letter of a message.
package struct MessageFailed: EventPayload {
  package static let kind = "message.failed"
  package static var redactable: Set<String> { ["because"] }

  package var message: EventID
  package var audience: Audience
  package var channel: String
  package var way: Int
  package var because: String
  /// No further attempt is made with this letter.
  package var isFinal: Bool
}

/// Whether the letter of a message arrived is not known.
package struct MessageLeftUnknown: EventPayload {
  package static let kind = "message.left_unknown"
  package static var redactable: Set<String> { ["because"] }

  package var message: EventID
  package var audience: Audience
  package var channel: String
  package var way: Int
  package var because: String
  /// It is sent again under the same key, which the receiver knows; otherwise a person has to say so.
  package var isRepeated: Bool
}

/// From now on a message may promise the next one later than the cadence asks, or no longer.
package struct LongIncidentSet: EventPayload {
  package static let kind = "updates.paced"
  package static var correctable: Set<String> { ["reason"] }

  package var isLong: Bool
  package var reason: String?
}
