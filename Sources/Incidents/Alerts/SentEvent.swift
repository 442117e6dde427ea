/// What a sender of events says of one thing that it knows by a key of its own: that it fires, that somebody has it, or
/// that it is over.
package struct SentEvent: Hashable, Sendable {
  /// What is to happen.
  package enum Action: String, Hashable, Sendable, CaseIterable { case trigger, acknowledge, resolve }

  /// What every alert of this format names as its source.
  package static let source = "events"

  package var action: Action
  /// By what the sender knows it again.
  package var key: String
  /// The alert that it is here; what an acknowledge or a resolve says of it beside its identity counts for nothing.
  package var alert: AlertReading

  package init(action: Action, key: String, alert: AlertReading) {
    self.action = action
    self.key = key
    self.alert = alert
  }
}
