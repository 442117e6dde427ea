import Incidents
import Testing

@testable import Intake

@Suite struct LabelFingerprintTests {
  @Test(arguments: CapturedBody.allCases)
  func agreesWithAlertmanager(body: CapturedBody) throws {
    for alert in try AlertmanagerBody.decode(try body.bytes()).alerts {
      #expect(LabelFingerprint.of(alert.labels) == alert.fingerprint)
    }
  }

  @Test func isTheSeedForNoLabels() { #expect(LabelFingerprint.of([:]) == "cbf29ce484222325") }
}
