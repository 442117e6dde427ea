package import EventLog

/// Somebody wants no pages about something for a while.
package struct SilenceAdded: EventPayload {
  package static let kind = "silence.added"
  package static var redactable: Set<String> { ["owner", "reason"] }

  /// What it is for: "silence" or "maintenance".
  package var sort: Silence.Kind
  package var owner: String
  package var matchers: [SilenceMatcher]
  package var from: Instant
  package var until: Instant
  package var reason: String
}

/// It ends before its time.
package struct SilenceEnded: EventPayload {
  package static let kind = "silence.ended"
  package static var redactable: Set<String> { ["reason"] }

  package var reason: String?
}

/// A page that was due waits because of it.
package struct SilenceHeldBack: EventPayload {
  package static let kind = "silence.held_back"
  package static var redactable: Set<String> { ["title"] }

  package var incident: StreamID
  package var number: Int
  package var title: String
  package var severity: Severity
  package var level: Int?
}
