package import EventLog
package import Incidents

/// What people are to be told of an incident, and what they were told: a row of `comms due`.
package struct CommsRow: Hashable, Sendable {
  /// How it stands with one of the two update clocks.
  package struct Clock: Hashable, Sendable {
    package var clock: UpdateClock
    /// The promise that runs; nil where none does.
    package var deadline: Deadline?
    package var lastAt: Instant?

    package init(clock: UpdateClock, deadline: Deadline?, lastAt: Instant?) {
      self.clock = clock
      self.deadline = deadline
      self.lastAt = lastAt
    }
  }

  /// Somebody whom its severity concerns, or who was told something.
  package struct Listener: Hashable, Sendable {
    package var audience: Audience
    package var channels: [String]
    package var told: Told?
    /// How far the letters of the last message to them have come; nil where none carried it.
    package var sending: MessageRecord?

    package init(audience: Audience, channels: [String], told: Told?, sending: MessageRecord? = nil) {
      self.audience = audience
      self.channels = channels
      self.told = told
      self.sending = sending
    }
  }

  package var id: StreamID
  package var label: String
  package var title: String
  package var severityLabel: String
  package var state: UpdateState
  package var isDrill: Bool
  package var isLong: Bool
  package var commander: String?
  package var declaredAt: Instant?
  /// Where it was known more than five minutes before it was declared: both times then count.
  package var detectedEarlierAt: Instant?
  package var clocks: [Clock]
  package var listeners: [Listener]
  package var drafting: [DraftClaim]

  package init(
    id: StreamID, label: String, title: String, severityLabel: String, state: UpdateState, isDrill: Bool,
    isLong: Bool, commander: String?, declaredAt: Instant?, detectedEarlierAt: Instant?, clocks: [Clock],
    listeners: [Listener], drafting: [DraftClaim]
  ) {
    self.id = id
    self.label = label
    self.title = title
    self.severityLabel = severityLabel
    self.state = state
    self.isDrill = isDrill
    self.isLong = isLong
    self.commander = commander
    self.declaredAt = declaredAt
    self.detectedEarlierAt = detectedEarlierAt
    self.clocks = clocks
    self.listeners = listeners
    self.drafting = drafting
  }

  /// What is due first.
  package var nextDue: Instant? { clocks.compactMap { $0.deadline?.dueAt }.min() }
}

/// Somebody writes a message for an audience and has not sent it yet.
package struct DraftClaim: Hashable, Sendable {
  package var person: String
  package var audience: Audience
  package var since: Instant
  /// When they last saw what had gone out.
  package var seenAt: Instant

  package init(person: String, audience: Audience, since: Instant, seenAt: Instant) {
    self.person = person
    self.audience = audience
    self.since = since
    self.seenAt = seenAt
  }

  /// "lea drafting for the public since 14:29".
  package var words: String {
    "\(person) drafting for \(audience.words) since \(CivilTime(since).timeWords) UTC"
  }
}
