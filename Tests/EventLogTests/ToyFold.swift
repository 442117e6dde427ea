import EventLog

/// A ledger of words, small enough to see through: what was said last, how often, and which entries are marked.
enum ToyFold: Folding {
  struct State: Codable, Hashable, Sendable {
    var last = ""
    var count = 0
    var saidAt: Instant?
    @InOrder var marked: Set<EventID> = []
  }

  struct Said: EventPayload {
    static let kind = "toy.said"
    static var correctable: Set<String> { ["text", "loud"] }
    static var redactable: Set<String> { ["text"] }
    var text: String
    var loud: Bool
    var secret: String?
  }

  struct Marked: EventPayload {
    static let kind = "toy.marked"
    var target: EventID
  }

  static let streamKind = "toy"
  static let version = 3
  static var payloads: [any EventPayload.Type] { [Said.self, Marked.self] }
  static let tables = [TableSpec("toy", columns: [.text("last"), .integer("count")])]
  static func initial(_ stream: StreamID) -> State { State() }

  static func apply(_ event: Event, to state: inout State) {
    if let body = event.decoded(Said.self) {
      // Order matters here on purpose: a fold over the wrong order shows.
      state.last = String((state.last + (body.loud ? body.text + "!" : body.text)).suffix(24))
      state.count += 1
      state.saidAt = event.happenedAt
    }
    if let body = event.decoded(Marked.self) { state.marked.insert(body.target) }
  }

  static func rows(_ state: State) -> [TableRow] {
    [TableRow("toy", [.text(state.last), .integer(Int64(state.count))])]
  }

  static func text(of event: Event) -> String? { event.decoded(Said.self)?.text }
}
