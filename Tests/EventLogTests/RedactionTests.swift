import EventLog
import TestSupport
import Testing

@Suite("Redaction")
struct RedactionTests {
  struct Shapes: EventPayload {
    static let kind = "toy.shapes"
    static var redactable: Set<String> { ["text", "labels", "list", "missing", "none"] }
    var text = "secret"
    var labels = ["a": "secret", "b": "secret"]
    var list = ["secret", "secret"]
    var none: String?
    var number = 7
    var kept = "status"
  }

  private func event(_ body: some EventPayload) -> Event {
    var writer = EventWriter()
    return writer.event(body, on: StreamID("toy", "one"), at: .at("10:00"))
  }

  @Test("blanks the text of the declared fields and nothing else")
  func replacement() {
    let text = Redaction.replacement(for: event(Shapes()), payloads: [Shapes.self])
    #expect(
      text
        == #"{"kept":"status","labels":{"a":"[redacted]","b":"[redacted]"},"list":["[redacted]","[redacted]"],"#
        + #""number":7,"text":"[redacted]"}"#)
    #expect(!text.contains("secret"))
    #expect(PayloadText.decode(Shapes.self, from: text)?.number == 7)
  }

  @Test("lets nothing through where the shape is not known")
  func unknown() {
    #expect(Redaction.replacement(for: event(Shapes()), payloads: []) == "{}")
    var broken = event(Shapes())
    broken.payload = "secret"
    #expect(Redaction.replacement(for: broken, payloads: [Shapes.self]) == "{}")
    broken.payload = nil
    #expect(Redaction.replacement(for: broken, payloads: [Shapes.self]) == "{}")
  }

  @Test("blanks a correction by what it corrects, and wholly where that is not known")
  func corrections() {
    let correction = event(
      EventCorrected(fields: ["text": .string("secret"), "loud": .bool(true)], reason: "secret"))
    #expect(
      Redaction.replacement(for: correction, payloads: ToyFold.payloads, originalKind: ToyFold.Said.kind)
        == #"{"fields":{"loud":true,"text":"[redacted]"},"reason":"[redacted]"}"#)
    #expect(
      Redaction.replacement(for: correction, payloads: ToyFold.payloads)
        == #"{"fields":{"loud":"[redacted]","text":"[redacted]"},"reason":"[redacted]"}"#)
    let retraction = event(EventCorrected(reason: "secret"))
    let text = Redaction.replacement(for: retraction, payloads: ToyFold.payloads)
    #expect(PayloadText.decode(EventCorrected.self, from: text)?.isRetraction == true)
  }
}
