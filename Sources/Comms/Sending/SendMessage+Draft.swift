package import EventLog
package import Incidents

extension SendMessage {
  /// What records a draft as sent by every way that takes it by itself.
  package init(_ draft: MessageDraft, by ways: [MessageWay], incident: StreamID, now: Instant) {
    var names: [String] = []
    for way in ways where !names.contains(way.channel) { names.append(way.channel) }
    self.init(draft, carriedBy: names.joined(separator: ", "))
    letters = ways.map { Letter(draft, by: $0, incident: incident, now: now) }
  }

  /// What records a draft as told by a person.
  package init(_ draft: MessageDraft, carriedBy channel: String) {
    self.init(
      draft.text, to: draft.audience, by: channel, title: draft.title, moment: draft.moment, state: draft.state,
      nextUpdateAt: draft.nextUpdateAt)
  }
}
