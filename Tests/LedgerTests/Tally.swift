import EventLog

/// A small room for these tests: a tally that is counted up, named, and promised.
enum Tally: Folding {
  struct State: Codable, Sendable, Equatable {
    var stream: StreamID
    var total: Int64 = 0
    /// What was done in which order: shows whether the fold saw the right order.
    var trail: [String] = []
    var deadlines: [Deadline] = []
  }

  static let streamKind = "incident"
  static let version = 1
  static var payloads: [any EventPayload.Type] { [Counted.self, Named.self, DeadlineSet.self] }
  static let tables = [
    TableSpec(
      "tally", columns: [.integer("total"), .optionalText("name")], indexes: [.init("total")]),
    TableSpec("tally_name", columns: [.text("name"), .integer("place")], key: ["name"]), Deadline.table,
  ]

  static func initial(_ stream: StreamID) -> State { State(stream: stream) }

  static func apply(_ event: Event, to state: inout State) {
    if let counted = event.decoded(Counted.self) {
      state.total = state.total &* 3 &+ counted.by
    } else if let named = event.decoded(Named.self) {
      state.trail.append(named.name)
    } else if let set = event.decoded(DeadlineSet.self) {
      state.deadlines.apply(set)
    }
  }

  static func rows(_ state: State) -> [TableRow] {
    var places: [String: Int64] = [:]
    for (place, name) in state.trail.enumerated() { places[name] = Int64(place) }
    return [TableRow("tally", [.integer(state.total), .text(state.trail.last)])]
      + places.sorted { $0.key < $1.key }.map { TableRow("tally_name", [.text($0.key), .integer($0.value)]) }
      + state.deadlines.map { $0.row(drill: false) }
  }

  static func text(of event: Event) -> String? {
    if let counted = event.decoded(Counted.self) { return "counted by \(counted.by)" }
    return event.decoded(Named.self)?.name
  }
}

struct Counted: EventPayload {
  static let kind = "tally.counted"
  static var correctable: Set<String> { ["by"] }
  static var redactable: Set<String> { [] }
  var by: Int64
}

struct Named: EventPayload {
  static let kind = "tally.named"
  static var correctable: Set<String> { ["name"] }
  var name: String
}
