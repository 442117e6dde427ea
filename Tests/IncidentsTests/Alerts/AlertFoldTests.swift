import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite("Alert fold")
struct AlertFoldTests {
  private let stream = Alert.stream(source: "alertmanager", fingerprint: "a1")

  private func fired(_ starts: String, headline: String = "Too many errors") -> AlertFired {
    AlertFired(
      source: "alertmanager", fingerprint: "a1", name: "HighErrorRate", headline: headline, service: "checkout",
      family: "HighErrorRate", labels: ["severity": "critical"], annotations: ["runbook_url": "https://example.org/r"],
      startsAt: .at(starts), groupKey: "g")
  }

  private func resolved(_ starts: String, _ ends: String?) -> AlertResolved {
    AlertResolved(name: "HighErrorRate", startsAt: .at(starts), endsAt: ends.map { .at($0) })
  }

  @Test("counts episodes, and knows an episode told twice")
  func episodes() {
    var writer = EventWriter()
    var alert = Alert(id: stream)
    func apply(_ body: some EventPayload, _ at: String) {
      AlertFold.apply(writer.event(body, on: stream, at: .at(at), by: .alertmanager), to: &alert)
    }
    apply(resolved("09:00", "09:30"), "09:31")
    #expect(alert == Alert(id: stream) && AlertFold.rows(alert).isEmpty)
    apply(fired("10:00"), "10:01")
    #expect(alert.isFiring && alert.episodes == 1 && alert.receivedAt == .at("10:01"))
    apply(fired("10:00"), "10:02")
    apply(fired("09:00"), "10:02")
    #expect(alert.episodes == 1 && alert.startsAt == .at("10:00") && alert.receivedAt == .at("10:01"))
    apply(resolved("09:00", "09:30"), "10:03")
    #expect(alert.isFiring)
    apply(resolved("10:00", nil), "10:04")
    #expect(!alert.isFiring && alert.endsAt == .at("10:04"))
    apply(fired("10:00"), "10:05")
    #expect(!alert.isFiring, "a late copy does not set it burning again")
    apply(fired("10:10", headline: "Again"), "10:11")
    #expect(alert.isFiring && alert.episodes == 2 && alert.endsAt == nil && alert.headline == "Again")
    #expect(AlertFold.rows(alert).first?.values.count == AlertFold.table.columns.count)
  }

  @Test("is the same for any order and any duplicates", arguments: 1...20)
  func permutations(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var writers = [EventWriter(node: "a"), EventWriter(node: "b")]
    var events: [Event] = []
    for _ in 0..<20 {
      let starts = "10:0\(Int.random(in: 0...5, using: &numbers))"
      let at = Instant.at("10:10") + .seconds(.random(in: 0...30, using: &numbers))
      let place = Int.random(in: 0...1, using: &numbers)
      events.append(
        Bool.random(using: &numbers)
          ? writers[place].event(fired(starts), on: stream, at: at)
          : writers[place].event(resolved(starts, nil), on: stream, at: at))
    }
    let expected = AlertFold.state(of: stream, from: events)
    let shuffled = (events + events).shuffled(using: &numbers)
    #expect(AlertFold.state(of: stream, from: shuffled) == expected)
  }

  @Test("leaves no label behind when it is redacted")
  func redaction() {
    var writer = EventWriter()
    var body = fired("10:00", headline: "secret")
    body.name = "secret"
    body.family = "secret"
    body.service = "secret"
    body.labels = ["secret_free": "secret"]
    body.annotations = ["summary": "secret"]
    body.groupKey = "{}:{alertname=\"secret\"}"
    body.generatorURL = "https://secret"
    let event = writer.event(body, on: stream, at: .at("10:01"))
    let text = Redaction.replacement(for: event, payloads: AlertFold.payloads)
    #expect(!text.replacing("secret_free", with: "").contains("secret"))
    #expect(PayloadText.decode(AlertFired.self, from: text) != nil)
  }

  @Test(
    "has a headline that a person can read",
    arguments: [
      (["summary": "S", "description": "D"], "S"), (["summary": "  ", "description": " D "], "D"),
      (["message": "M"], "M"), ([:], "HighErrorRate on web-1"),
    ])
  func headline(annotations: [String: String], headline: String) {
    var reading = AlertReading.sample(labels: ["instance": "web-1"])
    reading.annotations = annotations
    #expect(reading.headline == headline)
  }
}
