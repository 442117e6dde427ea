import EventLog
import TestSupport

/// Random histories of two files on one stream, with all that a set of events can hold.
struct ToyHistory {
  let stream = StreamID("toy", "one")
  private(set) var events: [Event] = []
  private var writers = [EventWriter(node: "a"), EventWriter(node: "b")]
  private var numbers: SeededNumbers

  init(seed: UInt64, count: Int) {
    numbers = SeededNumbers(seed: seed)
    for _ in 0..<count { add() }
  }

  private mutating func add() {
    let target = events.randomElement(using: &numbers)?.id
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0..<5: write(ToyFold.Said(text: word(), loud: .random(using: &numbers)))
    case 5: write(ToyFold.Marked(target: target ?? EventID(node: "a", sequence: 1)))
    case 6, 7:
      write(
        EventCorrected(
          fields: ["text": .string(word()), "loud": .bool(true), "secret": "never".asValue],
          happenedAt: .random(using: &numbers) ? .at("09:00") : nil, reason: "better"),
        supersedes: target)
    case 8: write(EventCorrected(reason: "taken back"), supersedes: target)
    case 9: write(EventCorrected(fields: ["text": .string("orphan")], reason: "?"), supersedes: orphan)
    case 10: redact(target)
    default: circle()
    }
  }

  private var orphan: EventID { EventID(node: "gone", sequence: 7) }

  private mutating func redact(_ target: EventID?) {
    guard let target, let original = events.first(where: { $0.id == target }), original.payload != nil else { return }
    let payload = Redaction.replacement(for: original, payloads: ToyFold.payloads, originalKind: ToyFold.Said.kind)
    write(EventRedacted(replacements: [.init(target: target, payload: payload)], reason: "secret"))
    if Bool.random(using: &numbers), let place = events.firstIndex(where: { $0.id == target }) {
      events[place].payload = nil
    }
  }

  /// Two corrections, each of the other.
  private mutating func circle() {
    write(EventCorrected(fields: ["text": .string("round")], reason: "?"))
    write(EventCorrected(fields: ["text": .string("and round")], reason: "?"), supersedes: events.last?.id)
    events[events.count - 2].supersedes = events.last?.id
  }

  private mutating func write(_ body: some EventPayload, supersedes: EventID? = nil) {
    let writer = Int.random(in: 0...1, using: &numbers)
    let at = Instant.at("10:00") + .milliseconds(.random(in: 0...200, using: &numbers))
    events.append(writers[writer].event(body, on: stream, at: at, supersedes: supersedes))
  }

  private mutating func word() -> String {
    ["red", "blue", "green", "grey"].randomElement(using: &numbers) ?? "red"
  }
}

extension String {
  fileprivate var asValue: JSONValue { .string(self) }
}
