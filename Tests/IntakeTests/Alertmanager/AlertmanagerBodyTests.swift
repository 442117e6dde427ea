import EventLog
import Incidents
import Testing

@testable import Intake

@Suite struct AlertmanagerBodyTests {
  private static func decode(_ text: String) throws(MalformedBody) -> AlertSignal {
    try AlertmanagerBody.decode(Array(text.utf8))
  }

  private static func alert(_ fields: String) -> String {
    #"{"version":"4","status":"firing","alerts":[{\#(fields)}]}"#
  }
  private static let labels = #""labels":{"alertname":"A"}"#
  private static let start = #""startsAt":"2026-11-21T03:00:00Z""#

  @Test func readsACapturedBody() throws {
    let signal = try AlertmanagerBody.decode(try CapturedBody.firing.bytes())
    #expect(signal.source == "alertmanager")
    #expect(signal.receiver == "console")
    #expect(signal.groupKey == #"{}:{alertname="CheckoutErrorRate", service="checkout"}"#)
    let alert = try #require(signal.alerts.first)
    #expect(signal.alerts.count == 1)
    #expect(alert.fingerprint == "db8662c99f2fc67f")
    #expect(alert.isFiring)
    #expect(alert.endsAt == nil)
    #expect(alert.startsAt.rfc3339 == "2026-11-21T04:05:04.967Z")
    #expect(alert.labels["severity"] == "critical")
    #expect(alert.headline == "1 in 8 checkouts fails")
    #expect(alert.generatorURL == "http://prometheus.example:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=1")
  }

  @Test func eachAlertsOwnStatusDecides() throws {
    let mixed = try AlertmanagerBody.decode(try CapturedBody.oneResolved.bytes())
    #expect(mixed.alerts.map(\.isFiring) == [false, true])
    #expect(mixed.alerts.map { $0.endsAt != nil } == [true, false])
    let ended = try AlertmanagerBody.decode(try CapturedBody.resolved.bytes())
    #expect(ended.alerts.map(\.isFiring) == [false])
    #expect(ended.alerts.first?.endsAt?.rfc3339 == "2026-11-21T04:06:03.967Z")
  }

  @Test func countsWhatTheSenderCutOff() throws {
    let signal = try AlertmanagerBody.decode(try CapturedBody.truncated.bytes())
    #expect(signal.truncated == 2)
    #expect(signal.alerts.count == 3)
  }

  @Test func keepsControlCharactersAsTheyAre() throws {
    let alert = try #require(try AlertmanagerBody.decode(try CapturedBody.controlCharacters.bytes()).alerts.first)
    #expect(alert.name == "Odd\u{7}Name")
    #expect(
      alert.headline == "\u{1B}[2J bell \u{7} nul \0 rtl \u{202E} end\nsecond line \u{1F525} <b>&amp;</b>")
  }

  @Test func anEmptyAddressIsNone() throws {
    #expect(try AlertmanagerBody.decode(try CapturedBody.bare.bytes()).alerts.first?.generatorURL == nil)
  }

  @Test func takesOlderAndNewerDocuments() throws {
    let old = try Self.decode(
      #"{"version":"3","groupKey":11838264,"status":"resolved","receiver":"x","alerts":[{\#(Self.labels),\#(Self.start)}]}"#
    )
    #expect(old.groupKey == "11838264")
    #expect(old.alerts.map(\.isFiring) == [false])
    #expect(old.alerts.map(\.fingerprint) == [LabelFingerprint.of(["alertname": "A"])])
    let new = try Self.decode(
      #"{"notification_reason":"new alerts added","routeLabels":{"a":{"b":[1,2,{}]}},"alerts":[],"version":"4"}"#)
    #expect(new.alerts.isEmpty)
    let plain = try Self.decode(#"{"alerts":[{"status":"firing",\#(Self.labels),\#(Self.start),"annotations":null}]}"#)
    #expect(plain.alerts.count == 1)
  }

  @Test func anEndInTheYearOneMeansThatItStillFires() throws {
    let zero = #""endsAt":"0001-01-01T00:00:00Z""#
    let resolved = try Self.decode(Self.alert(#""status":"resolved",\#(Self.labels),\#(Self.start),\#(zero)"#))
    #expect(resolved.alerts.first?.endsAt == nil)
    #expect(resolved.alerts.first?.isFiring == false)
    let firing = try Self.decode(Self.alert(#"\#(Self.labels),\#(Self.start),"endsAt":"2026-11-21T03:05:00Z""#))
    #expect(firing.alerts.first?.isFiring == true)
    #expect(firing.alerts.first?.endsAt == nil)
  }

  @Test(arguments: [
    ("", "body", "the text ends too early (byte 0)"),
    ("[]", "body", "a list stands where an object belongs (byte 0)"),
    ("{}", "alerts", "is missing"),
    (#"{"alerts":{}}"#, "alerts", "an object stands where a list belongs (byte 10)"),
    (#"{"alerts":[1]}"#, "alerts[0]", "a number stands where an object belongs (byte 11)"),
    (#"{"alerts":[],"version":"5"}"#, "version", #""5" is not known; "4" is expected (or the older "3")"#),
    (#"{"alerts":[],"version":4}"#, "version", "a number stands where a string belongs (byte 23)"),
    (#"{"alerts":[],"status":"ok"}"#, "status", #""ok" is neither "firing" nor "resolved""#),
    (#"{"alerts":[],"truncatedAlerts":-1}"#, "truncatedAlerts", #""-1" is not a count"#),
    (#"{"alerts":[],"truncatedAlerts":1.5}"#, "truncatedAlerts", #""1.5" is not a count"#),
    (#"{"alerts":[]} x"#, "body", "something follows the end of the document (byte 14)"),
    (#"{"alerts":[],"future":[tru]}"#, "future", "a word is neither true, false nor null (byte 26)"),
    (alert(start), "alerts[0].labels", "is missing; an alert is known by its labels"),
    (alert(#""labels":{}"#), "alerts[0].labels", "is empty; an alert is known by its labels"),
    (alert(#""labels":{"pod":7}"#), "alerts[0].labels.pod", "a number stands where a string belongs (byte 60)"),
    (
      alert(#""labels":{"a b":true}"#), #"alerts[0].labels."a b""#,
      "true or false stands where a string belongs (byte 60)"
    ),
    (
      alert(#"\#(labels),"annotations":["x"]"#), "alerts[0].annotations",
      "a list stands where an object belongs (byte 85)"
    ),
    (alert(labels), "alerts[0].startsAt", "is missing; an episode of an alert is known by when it began"),
    (alert(#"\#(labels),"startsAt":"x""#), "alerts[0].startsAt", #""x" is not an RFC 3339 time"#),
    (
      alert(#"\#(labels),"startsAt":1795231860"#), "alerts[0].startsAt",
      "a number stands where a string belongs (byte 82)"
    ),
    (
      alert(#"\#(labels),"startsAt":"0001-01-01T00:00:00Z""#), "alerts[0].startsAt",
      "is missing; an episode of an alert is known by when it began"
    ),
    (
      alert(#"\#(labels),\#(start),"status":"Firing""#), "alerts[0].status",
      #""Firing" is neither "firing" nor "resolved""#
    ),
    (
      alert(#"\#(labels),\#(start),"fingerprint":"a\u001b""#), "alerts[0].fingerprint",
      #""a\u{1b}" is not a fingerprint (1 to 128 letters, digits and ._:-)"#
    ),
    (
      #"{"alerts":[{"status":"firing",\#(labels),\#(start)},{\#(labels),\#(start)}]}"#, "alerts[1].status",
      "is missing here and in the group; \"firing\" or \"resolved\" is expected"
    ),
  ])
  func namesTheFieldAtFault(text: String, field: String, problem: String) {
    #expect(throws: MalformedBody(field, problem)) { try Self.decode(text) }
  }

  @Test func refusesWhatIsTooLarge() throws {
    let alert = #"{"labels":{"a":"b"},"startsAt":"2026-11-21T03:00:00Z"}"#
    func body(_ count: Int) -> String {
      #"{"status":"firing","alerts":["# + Array(repeating: alert, count: count).joined(separator: ",") + "]}"
    }
    #expect(try Self.decode(body(10_000)).alerts.count == 10_000)
    let many = #expect(throws: MalformedBody.self) { try Self.decode(body(10_001)) }
    #expect(many?.isTooLarge == true)
    #expect(many?.field == "alerts")
    let large = #expect(throws: MalformedBody.self) {
      try AlertmanagerBody.decode([UInt8](repeating: 32, count: AlertmanagerBody.byteLimit + 1))
    }
    #expect(large?.isTooLarge == true)
    #expect(large?.field == "body")
  }

  @Test func aSentenceNamesTheFieldAndTheFault() {
    let fault = MalformedBody("startsAt", #""x" is not an RFC 3339 time"#).inside("alerts[3]")
    #expect(fault.sentence == #"alerts[3].startsAt: "x" is not an RFC 3339 time"#)
  }

  /// Ten thousand damaged bodies: each is read or refused with the name of a field, and what is read can be kept.
  @Test func survivesMangledBodies() throws {
    let bodies = try CapturedBody.allCases.map { try $0.bytes() }
    var mangler = Mangler(seed: 2026)
    var fields: Set<String> = []
    var accepted = 0
    for round in 0..<10_000 {
      do throws(MalformedBody) {
        let signal = try AlertmanagerBody.decode(mangler.mangle(bodies[round % bodies.count]))
        accepted += 1
        let isPlain = signal.alerts.allSatisfy { alert in
          !alert.labels.isEmpty && !alert.fingerprint.isEmpty
            && alert.fingerprint.utf8.allSatisfy { $0 > 32 && $0 < 127 }
        }
        if !isPlain { Issue.record("kept what cannot be named: \(signal)") }
      } catch {
        let isPrintable = error.sentence.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x202E }
        if error.field.isEmpty || error.problem.isEmpty || !isPrintable { Issue.record(error) }
        fields.insert(error.field)
      }
    }
    #expect((500...9_500).contains(accepted))
    #expect(fields.count > 20)
    #expect(fields.contains("alerts[0].startsAt"))
  }
}
