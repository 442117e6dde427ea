import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite("Admission of alerts")
struct AdmissionTests {
  enum Kind: Equatable { case redelivered, heartbeat, ignored, listed, joined, opened }

  private func kind(_ outcome: Admission.Outcome) -> Kind {
    switch outcome {
    case .redelivered: .redelivered
    case .heartbeat: .heartbeat
    case .ignored: .ignored
    case .listed: .listed
    case .joined: .joined
    case .opened: .opened
    }
  }

  @Test(
    "opens by the label severity",
    arguments: [
      ("critical", Severity.sev1), ("CRITICAL", .sev1), ("warning", .sev3), ("high", .sev2), ("error", .sev2),
      ("sev2", .sev2), ("P0", .sev1), ("low", .sev4), ("info", nil), ("none", nil), ("page", nil), ("", nil),
      (nil, nil),
    ] as [(String?, Severity?)])
  func labels(label: String?, severity: Severity?) throws {
    var scenario = IncidentScenario()
    let outcome = scenario.receive(.sample(severity: label))
    #expect(kind(outcome) == (severity == nil ? .listed : .opened))
    #expect(scenario.incident.exists == (severity != nil))
    #expect(scenario.alerts.count == 1)
    guard let severity else { return }
    #expect(scenario.incident.severity == severity && !scenario.incident.isSeverityConfirmed)
    #expect(scenario.incident.severityLabel == severity.name + "?")
  }

  @Test("is overridden per rule, then per service; a heartbeat and an inhibitor open nothing")
  func overrides() {
    var policy = AdmissionPolicy()
    policy.byRule["Noisy"] = .listed
    policy.byRule["Quiet"] = .opens(.sev2)
    policy.byService["lab"] = .listed
    policy.byService["till"] = .opens(.sev1)
    let cases: [(AlertReading, AdmissionPolicy.Verdict)] = [
      (.sample("Noisy"), .listed), (.sample("Quiet", severity: "info"), .opens(.sev2)),
      (.sample(service: "lab"), .listed), (.sample(severity: "info", service: "till"), .opens(.sev1)),
      (.sample("Noisy", service: "till"), .listed), (.sample("Watchdog", severity: "none"), .heartbeat),
      (.sample("Watchdog", severity: "critical"), .heartbeat), (.sample("InfoInhibitor"), .ignored),
      (.sample(severity: nil), .listed),
    ]
    for (reading, verdict) in cases { #expect(policy.verdict(on: reading).verdict == verdict) }
    var scenario = IncidentScenario()
    #expect(kind(scenario.receive(.sample("Watchdog"))) == .heartbeat)
    #expect(kind(scenario.receive(.sample("InfoInhibitor"))) == .ignored)
    #expect(scenario.alerts.isEmpty && scenario.history.isEmpty)
  }

  @Test("says in words why an alert opened an incident")
  func because() {
    let opened = IncidentScenario.triggered().history.first
    #expect(
      opened.flatMap { IncidentFold.text(of: $0) }
        == "Opened as SEV1?: Too many errors (its label severity=critical opens SEV1)")
  }

  @Test("knows the service by its label, else by the job")
  func service() {
    #expect(AdmissionPolicy.service(of: .sample(labels: ["job": "api"])) == "checkout")
    #expect(AdmissionPolicy.service(of: .sample(service: nil, labels: ["job": "api"])) == "api")
    #expect(AdmissionPolicy.service(of: .sample(service: " ", labels: ["job": "api"])) == "api")
    #expect(AdmissionPolicy.service(of: .sample(service: nil)) == nil)
  }

  @Test("keys by service and family, else by group, never by the words of the summary")
  func keys() {
    var policy = AdmissionPolicy()
    policy.families = ["ErrorBudgetFast": "errors", "ErrorBudgetSlow": "errors"]
    let key = { (reading: AlertReading, group: String) in
      policy.key(
        of: reading, in: AlertSignal(source: "alertmanager", groupKey: group, receiver: "r", alerts: [reading]))
    }
    #expect(key(.sample(), "g1") == key(.sample(fingerprint: "b2", summary: "other words"), "g2"))
    #expect(key(.sample(), "g1") != key(.sample(service: "search"), "g1"))
    #expect(key(.sample(), "g1") != key(.sample("Latency"), "g1"))
    #expect(key(.sample("ErrorBudgetFast"), "g1") == key(.sample("ErrorBudgetSlow"), "g1"))
    #expect(key(.sample(service: nil), "g1") != key(.sample(service: nil), "g2"))
    #expect(key(.sample(service: nil), "g1") == key(.sample(fingerprint: "b2", service: nil), "g1"))
    #expect(key(.sample(), "g1").hasPrefix("service:1:") && key(.sample(service: nil), "g1").hasPrefix("group:1:"))
  }

  @Test("opens with receipt and start apart, on the clock of the receipt")
  func times() throws {
    let incident = IncidentScenario.triggered(by: .sample(startsAt: .at("03:00"))).incident
    #expect(incident.times.detected == TimePoint(.at("10:00")))
    #expect(incident.times.impactStarted == TimePoint(.at("03:00"), .approximate))
    #expect(incident.status == .triggered && incident.tier == 1 && incident.ruleFamily == "HighErrorRate")
    let ahead = IncidentScenario.triggered(by: .sample(startsAt: .at("10:03"))).incident
    #expect(ahead.times.impactStarted == TimePoint(.at("10:00"), .approximate) && ahead.times.disorder == nil)
    let none = IncidentScenario.triggered(by: .sample(startsAt: .at("0001-01-01T00:00:00Z"))).incident
    #expect(none.times.impactStarted == nil)
  }

  @Test("writes nothing for what is stored already")
  func redelivery() throws {
    var scenario = IncidentScenario.triggered()
    let alert = try #require(scenario.alerts.values.first)
    let ended = AlertReading.sample().ended(at: .at("10:05"))
    for time in ["10:01", "10:02"] { #expect(kind(scenario.receive(.sample(), at: time)) == .redelivered) }
    #expect(kind(scenario.receive(.sample(startsAt: .at("09:00")))) == .redelivered, "an older episode")
    #expect(kind(scenario.receive(.sample(fingerprint: "never").ended(at: .at("10:00")))) == .redelivered)
    #expect(scenario.history.count == 2 && scenario.alerts.values.first == alert)
    #expect(kind(scenario.receive(ended, at: "10:05")) == .joined)
    let history = scenario.history
    #expect(kind(scenario.receive(ended, at: "10:06")) == .redelivered)
    #expect(kind(scenario.receive(.sample(), at: "10:07")) == .redelivered, "late firing of the ended episode")
    #expect(scenario.history == history)
  }

  @Test("joins what is open under the same key, without a word on the incident while it burns anyway")
  func joins() {
    var scenario = IncidentScenario.triggered()
    let events = scenario.history
    #expect(kind(scenario.receive(.sample(fingerprint: "b2"), at: "10:01")) == .joined)
    #expect(scenario.history == events && scenario.alertsFiring == 2)
    #expect(scenario.alerts.values.allSatisfy { $0.incident == scenario.stream })
    #expect(kind(scenario.receive(.sample("Latency", fingerprint: "c3"), at: "10:02")) == .opened)
  }

  @Test("raises the severity for a worse alert that joins, provisionally, and never lowers it")
  func raises() throws {
    var scenario = IncidentScenario.triggered(by: .sample(severity: "warning"))
    try scenario.perform(Acknowledge(), at: "10:01")
    scenario.receive(.sample(fingerprint: "b2", severity: "critical"), at: "10:02")
    #expect(scenario.incident.severityLabel == "SEV1?" && scenario.incident.status == .acknowledged)
    #expect(scenario.due(Clocks.update) == .at("10:17"))
    scenario.receive(.sample(fingerprint: "c3", severity: "warning"), at: "10:03")
    #expect(scenario.incident.severityLabel == "SEV1?")
  }

  @Test(
    "takes up what was resolved lately, opens anew after that or after the close",
    arguments: [("10:41", Kind.joined), ("11:10", .joined), ("11:10:00.001", .opened), ("12:00", .opened)])
  func reopens(at: String, expected: Kind) throws {
    var scenario = try LifeCycleTests.scenario(in: .resolved)
    scenario.receive(AlertReading.sample().ended(at: .at("10:40")))
    #expect(kind(scenario.receive(AlertReading.sample().again(at: .at("10:41")), at: at)) == expected)
    #expect(scenario.incident.status == (expected == .joined ? .acknowledged : .resolved))
    var closed = try LifeCycleTests.scenario(in: .closed)
    #expect(kind(closed.receive(.sample(fingerprint: "b2"), at: "10:51")) == .opened)
  }

  @Test("says once that all alerts are resolved, and changes no status by it")
  func cleared() {
    var scenario = IncidentScenario.triggered()
    scenario.receive(.sample(fingerprint: "b2"))
    scenario.receive(AlertReading.sample().ended(at: .at("10:05")), at: "10:05")
    #expect(!scenario.incident.areAlertsCleared)
    scenario.receive(AlertReading.sample(fingerprint: "b2").ended(at: .at("10:06")), at: "10:06")
    scenario.receive(AlertReading.sample(fingerprint: "b2").ended(at: .at("10:06")), at: "10:07")
    #expect(scenario.incident.areAlertsCleared && scenario.incident.status == .triggered)
    #expect(scenario.history.count { $0.kind == AlertsCleared.kind } == 1)
    #expect(scenario.incident.alertsClearedAt == .at("10:06"))
  }

  @Test("an alert's end touches the incident it belongs to, and no other")
  func foreign() throws {
    var scenario = IncidentScenario.triggered()
    let reading = AlertReading.sample().ended(at: .at("10:05"))
    let signal = AlertSignal(source: "alertmanager", groupKey: "g", receiver: "r", alerts: [reading])
    var alert = try #require(scenario.alerts.values.first)
    alert.incident = StreamID("incident", "older")
    let outcome = Admission(signal: signal, reading: reading, policy: AdmissionPolicy()).decide(
      alert: alert, incident: scenario.incident, newIncident: StreamID("incident", "new"),
      facts: scenario.facts(by: .alertmanager))
    guard case .listed(let drafts) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(drafts.map(\.kind) == [AlertResolved.kind] && drafts.first?.incident == alert.incident)
    try scenario.perform(Cancel(because: .falseAlarm))
    #expect(kind(scenario.receive(reading, at: "10:05")) == .listed)
  }
}
