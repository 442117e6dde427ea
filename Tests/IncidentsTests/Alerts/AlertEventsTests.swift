import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite("The text of an alert's event")
struct AlertEventsTests {
  private static let pieces = [
    "api", "5xx 12.4 %", "\"quoted\"", "back\\slash", "line\nbreak", "tab\t", "\u{0}", "\u{1b}[31m", "\u{7f}", "é", "🔥",
    "",
    "a/b", "\u{2028}", "\r", "\u{8}", "\u{c}", "\u{1f}", "Ω",
  ]

  private static func text(_ numbers: inout SeededNumbers) -> String {
    (0..<Int.random(in: 0...4, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
  }

  private static func texts(_ numbers: inout SeededNumbers) -> [String: String] {
    var all: [String: String] = [:]
    for name in ["alertname", "service", "severity", "a_b", "a-b", "aB", "Ab", "z1", "z10", "z2"]
    where Bool.random(using: &numbers) {
      all[name] = text(&numbers)
    }
    return all
  }

  @Test func isWhatTheEncoderWrites() {
    var numbers = SeededNumbers(seed: 42)
    for _ in 0..<500 {
      let body = AlertFired(
        source: "alertmanager", fingerprint: Self.text(&numbers), name: Self.text(&numbers),
        headline: Self.text(&numbers), service: Bool.random(using: &numbers) ? nil : Self.text(&numbers),
        family: Self.text(&numbers), labels: Self.texts(&numbers), annotations: Self.texts(&numbers),
        startsAt: Instant(milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &numbers)),
        groupKey: Self.text(&numbers), generatorURL: Bool.random(using: &numbers) ? nil : Self.text(&numbers))
      let text = body.payloadText
      #expect(text == PayloadText.encode(body))
      #expect(PayloadText.decode(AlertFired.self, from: text) == body)
    }
  }
}
