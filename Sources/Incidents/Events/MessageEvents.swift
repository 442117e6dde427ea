import EventLog

/// Somebody who may do so approves a text before it goes out.
package struct MessageApproved: EventPayload {
  package static let kind = "message.approved"
  package static var redactable: Set<String> { ["text"] }

  package var audience: Audience
  package var text: String
}

/// From now on a message may promise the next one later than the cadence asks, or no longer.
package struct LongIncidentSet: EventPayload {
  package static let kind = "updates.paced"
  package static var correctable: Set<String> { ["reason"] }

  package var isLong: Bool
  package var reason: String?
}
