import TestSupport
import Testing

@testable import EventLog

@Suite("Effective events")
struct EffectiveEventTests {
  let stream = StreamID("toy", "one")

  private func said(_ text: String, loud: Bool = false) -> ToyFold.Said { ToyFold.Said(text: text, loud: loud) }

  private func correction(_ text: String) -> EventCorrected {
    EventCorrected(fields: ["text": .string(text)], reason: "better")
  }

  private func resolve(_ events: [Event]) -> [EffectiveEvent] {
    EffectiveEvent.resolve(events, payloads: ToyFold.payloads)
  }

  @Test("are the same for every order and any duplicates", arguments: 1...60)
  func permutations(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed) &* 77)
    let history = ToyHistory(seed: UInt64(seed), count: 40)
    let expected = resolve(history.events)
    let state = ToyFold.state(of: history.stream, from: history.events)
    for _ in 0..<5 {
      var shuffled = history.events + history.events.filter { _ in .random(using: &numbers) }
      shuffled.shuffle(using: &numbers)
      #expect(resolve(shuffled) == expected)
      #expect(ToyFold.state(of: history.stream, from: shuffled) == state)
    }
  }

  @Test("read as the correction with the greatest stamp, at the original's place")
  func correctionsOfCorrections() {
    var writer = EventWriter()
    let first = writer.event(said("red"), on: stream, at: .at("10:00"))
    let second = writer.event(said("blue"), on: stream, at: .at("10:01"))
    let better = writer.event(correction("green"), on: stream, at: .at("10:02"), supersedes: first.id)
    let best = writer.event(correction("grey"), on: stream, at: .at("10:03"), supersedes: better.id)
    let effective = resolve([best, second, better, first])
    #expect(effective.map(\.event.id) == [first.id, second.id])
    #expect(effective[0].correctedBy == best.id)
    #expect(ToyFold.state(of: stream, from: [best, second, better, first]).last == "greyblue")
  }

  @Test("change in correctable fields and the time alone")
  func correctable() throws {
    var writer = EventWriter()
    let original = writer.event(
      ToyFold.Said(text: "red", loud: false, secret: "mine"), on: stream, at: .at("10:00"))
    let correction = writer.event(
      EventCorrected(
        fields: ["text": .string("blue"), "secret": .string("yours")], happenedAt: .at("09:50"), precision: .minute,
        reason: "better"),
      on: stream, at: .at("10:02"), supersedes: original.id)
    let effective = try #require(resolve([original, correction]).first)
    #expect(effective.event.decoded(ToyFold.Said.self) == ToyFold.Said(text: "blue", loud: false, secret: "mine"))
    #expect(effective.event.happenedAt == .at("09:50"))
    #expect(effective.event.precision == .minute)
    #expect(effective.event.stamp == original.stamp)
  }

  @Test("vanish from the state when they are retracted, and come back with a later correction")
  func retraction() {
    var writer = EventWriter()
    let original = writer.event(said("red"), on: stream, at: .at("10:00"))
    let gone = writer.event(EventCorrected(reason: "undone"), on: stream, at: .at("10:01"), supersedes: original.id)
    #expect(resolve([original, gone]).map(\.isRetracted) == [true])
    #expect(ToyFold.state(of: stream, from: [original, gone]) == ToyFold.State())
    let back = writer.event(correction("blue"), on: stream, at: .at("10:02"), supersedes: gone.id)
    #expect(ToyFold.state(of: stream, from: [original, gone, back]).last == "blue")
  }

  @Test("are untouched by corrections without an original, in a circle, or of another stream")
  func strays() {
    var writer = EventWriter()
    let original = writer.event(said("red"), on: stream, at: .at("10:00"))
    let other = writer.event(said("red"), on: StreamID("toy", "two"), at: .at("10:00"))
    let orphan = writer.event(
      correction("blue"), on: stream, at: .at("10:01"), supersedes: EventID(node: "gone", sequence: 1))
    var first = writer.event(correction("blue"), on: stream, at: .at("10:01"))
    let second = writer.event(correction("blue"), on: stream, at: .at("10:01"), supersedes: first.id)
    first.supersedes = second.id
    let foreign = writer.event(correction("blue"), on: stream, at: .at("10:01"), supersedes: other.id)
    let unbound = writer.event(correction("blue"), on: stream, at: .at("10:01"))
    let effective = resolve([original, orphan, first, second, unbound])
    #expect(effective == [EffectiveEvent(event: original)])
    #expect(resolve([other, foreign]) == [EffectiveEvent(event: other)])
  }

  @Test("count a correction from the moment that its original arrives")
  func lateOriginal() {
    var writer = EventWriter()
    let original = writer.event(said("red"), on: stream, at: .at("10:00"))
    let correction = writer.event(correction("blue"), on: stream, at: .at("10:01"), supersedes: original.id)
    #expect(resolve([correction]).isEmpty)
    #expect(ToyFold.state(of: stream, from: [correction, original]).last == "blue")
  }

  @Test("read the replacement of a redacted text, whether or not the text is gone already")
  func redaction() throws {
    var writer = EventWriter()
    let original = writer.event(said("password", loud: true), on: stream, at: .at("10:00"))
    let correction = writer.event(correction("pass word"), on: stream, at: .at("10:01"), supersedes: original.id)
    let redaction = writer.event(
      EventRedacted(
        replacements: [original, correction].map {
          .init(
            target: $0.id,
            payload: Redaction.replacement(for: $0, payloads: ToyFold.payloads, originalKind: ToyFold.Said.kind))
        }, reason: "secret"),
      on: stream, at: .at("10:02"))
    var erased = [original, correction, redaction]
    erased[0].payload = nil
    erased[1].payload = nil
    let effective = try #require(resolve(erased).first)
    #expect(effective.isRedacted)
    #expect(effective.event.decoded(ToyFold.Said.self) == said("[redacted]", loud: true))
    #expect(resolve([original, correction, redaction]) == resolve(erased))
    #expect(resolve([original] + erased) == resolve(erased + [original]))
  }

  @Test("stay readable when a correction was blanked as a whole")
  func blankedCorrection() throws {
    var writer = EventWriter()
    let original = writer.event(said("red"), on: stream, at: .at("10:00"))
    var correction = writer.event(
      EventCorrected(fields: ["text": .string("blue"), "loud": .bool(true)], reason: "better"), on: stream,
      at: .at("10:01"), supersedes: original.id)
    let payload = Redaction.replacement(for: correction, payloads: ToyFold.payloads)
    correction.payload = nil
    let redaction = writer.event(
      EventRedacted(replacements: [.init(target: correction.id, payload: payload)], reason: "secret"), on: stream,
      at: .at("10:02"))
    let effective = try #require(resolve([original, correction, redaction]).first)
    #expect(effective.event.decoded(ToyFold.Said.self) == said("[redacted]"))
  }

  @Test("without a text and without a redaction leave the state alone")
  func damage() {
    var writer = EventWriter()
    var original = writer.event(said("red"), on: stream, at: .at("10:00"))
    original.payload = nil
    #expect(resolve([original]) == [EffectiveEvent(event: original)])
    #expect(ToyFold.state(of: stream, from: [original]) == ToyFold.State())
  }
}
