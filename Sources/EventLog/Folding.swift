/// How the events of one kind of stream become state: the room's side of a projection.
///
/// The fold never refuses and knows no clock, no configuration and no other stream. Its result depends only on the
/// *set* of events: the ledger hands them over in the order of their stamps, each at most once, corrections applied.
package protocol Folding: Sendable {
  associatedtype State: Codable, Sendable, Equatable
  /// What stands before the colon of the stream's name.
  static var streamKind: String { get }
  /// Rises when `apply`, `rows` or the shape of `State` changes; streams are then folded anew.
  static var version: Int { get }
  /// Every kind of event of this stream that the room understands.
  static var payloads: [any EventPayload.Type] { get }
  static var tables: [TableSpec] { get }
  static func initial(_ stream: StreamID) -> State
  /// What the event changes, in every state; what it does not know it leaves alone.
  static func apply(_ event: Event, to state: inout State)
  static func rows(_ state: State) -> [TableRow]
  /// What the timeline and the search say of the event; nil where a person would not call it an entry.
  static func text(of event: Event) -> String?
  /// What sort of entry it is ("note", "decision"), for lists that tell them apart; the event's kind where the room
  /// has no better word.
  static func label(of event: Event) -> String
}

extension Folding {
  package static func label(of event: Event) -> String { event.kind }

  /// The state that a set of events leads to, whatever order and however often they come.
  package static func state(of stream: StreamID, from events: [Event]) -> State {
    var state = initial(stream)
    for effective in EffectiveEvent.resolve(events, payloads: payloads) where !effective.isRetracted {
      apply(effective.event, to: &state)
    }
    return state
  }
}
