import EventLog
import Testing

@testable import Incidents
@testable import Intake

@Suite struct TextLimitTests {
  private static func reading(
    labels: [String: String] = ["alertname": "A"], annotations: [String: String] = [:], generatorURL: String? = nil
  ) -> AlertReading {
    AlertReading(
      fingerprint: "f", isFiring: true, labels: labels, annotations: annotations,
      startsAt: Instant(milliseconds: 0), generatorURL: generatorURL)
  }

  @Test func leavesOrdinaryAlertsAlone() throws {
    for body in CapturedBody.allCases {
      for alert in try AlertmanagerBody.decode(try body.bytes()).alerts {
        #expect(alert.annotations[TextLimit.note] == nil)
        #expect(TextLimit.alert(alert, documentBytes: .max) == alert)
      }
    }
  }

  @Test func cutsALongTextAtACharacter() {
    let cut = TextLimit.text.cut(String(repeating: "漢", count: 3_000))
    #expect(cut.hasSuffix("漢…"))
    #expect(cut.utf8.count <= 4_096)
    #expect(cut.utf8.count > 4_090)
    #expect(TextLimit.text.cut("short") == "short")
  }

  @Test func keepsWhatPeopleReadFirst() {
    var annotations = ["summary": "what burns", "runbook_url": "https://r"]
    for index in 0..<20 { annotations["a\(index)"] = String(repeating: "x", count: 4_000) }
    let alert = TextLimit.alert(Self.reading(annotations: annotations), documentBytes: .max)
    #expect(alert.annotations["summary"] == "what burns")
    #expect(alert.annotations["runbook_url"] == "https://r")
    #expect(alert.annotations[TextLimit.note] == "12 texts were cut or left out: the alert was too long to keep")
  }

  @Test func leavesOutNamesThatAreTooLong() {
    let alert = TextLimit.alert(
      Self.reading(labels: ["alertname": "A", String(repeating: "n", count: 300): "x"]), documentBytes: .max)
    #expect(alert.labels == ["alertname": "A"])
  }

  /// Whatever comes, its event fits; control characters are the worst case, six bytes each in JSON.
  @Test(arguments: ["x", "\u{1}", "\"", "漢", "\u{1F525}"])
  func theEventFits(character: String) {
    let long = String(repeating: character, count: 20_000)
    var texts = ["alertname": long, "service": long, "summary": long]
    for index in 0..<50 { texts["l\(index)"] = long }
    let alert = TextLimit.alert(
      Self.reading(labels: texts, annotations: texts, generatorURL: long), documentBytes: .max)
    let fired = AlertFired(
      source: "alertmanager", fingerprint: String(repeating: "f", count: 128), name: alert.name,
      headline: alert.headline, service: AdmissionPolicy.service(of: alert), family: alert.name, labels: alert.labels,
      annotations: alert.annotations, startsAt: alert.startsAt, groupKey: TextLimit.text.cut(long),
      generatorURL: alert.generatorURL)
    let size = PayloadText.encode(fired).utf8.count
    #expect(size <= 65_536)
    #expect(size > 30_000)
  }
}
