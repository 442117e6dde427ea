package import EventLog
package import Incidents

/// A message as it stands on the timeline, corrections applied.
package struct SentText: Hashable, Sendable {
  package var id: EventID
  package var audience: Audience
  /// Nil for what was written down without saying by which way it went.
  package var channel: String?
  package var moment: MessageMoment?
  package var state: UpdateState?
  package var title: String?
  package var text: String
  package var at: Instant
  package var person: String
  package var approvedBy: String?
  package var unapproved: String?
  package var nextUpdateAt: Instant?
  /// Whether its text or time was put right here afterwards.
  package var isCorrected: Bool

  /// The messages of an incident, the oldest first. What was retracted or erased is none.
  package static func all(in history: [Event]) -> [SentText] {
    EffectiveEvent.resolve(history, payloads: IncidentFold.payloads).compactMap { effective -> SentText? in
      guard !effective.isRetracted, !effective.isRedacted,
        let body = effective.event.decoded(TimelineNoted.self), body.entry == .comms
      else { return nil }
      return SentText(
        id: effective.event.id, audience: body.message?.audience ?? .team, channel: body.message?.channel,
        moment: body.message?.moment, state: body.message?.state, title: body.title, text: body.text,
        at: effective.event.happenedAt, person: effective.event.actor.person, approvedBy: body.message?.approvedBy,
        unapproved: body.unapproved, nextUpdateAt: body.nextUpdateAt, isCorrected: effective.correctedBy != nil)
    }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }
}
