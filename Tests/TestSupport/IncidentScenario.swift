package import EventLog
package import Incidents

/// One incident played through the same decisions as in the product, without a file: commands and alerts go in, the
/// history and the state stand here.
package struct IncidentScenario: Sendable {
  package let stream: StreamID
  /// What time it is.
  package var now: Instant
  package var clocks: ClockPolicy
  package var admission: AdmissionPolicy
  package var services: [String: Service]
  package private(set) var history: [Event] = []
  package private(set) var incident: Incident
  package private(set) var alerts: [StreamID: Alert] = [:]
  /// Other incidents that a command may ask to see.
  package var others: [StreamID: Incident] = [:]
  private let number: Int
  private var writer = EventWriter()

  package init(
    at now: Instant = .at("10:00"), clocks: ClockPolicy = ClockPolicy(), admission: AdmissionPolicy = AdmissionPolicy(),
    services: [String: Service] = ["checkout": Service(name: "checkout", tier: 1)], number: Int = 1
  ) {
    stream = StreamID("incident", number == 1 ? "one" : "n\(number)")
    self.number = number
    self.now = now
    self.clocks = clocks
    self.admission = admission
    self.services = services
    incident = Incident(id: stream)
  }

  /// A scenario whose incident a person declared.
  package static func declared(
    _ severity: Severity = .sev1, at now: Instant = .at("10:00"), service: String? = "checkout",
    impactStarted: TimePoint? = nil
  ) throws -> IncidentScenario {
    var scenario = IncidentScenario(at: now)
    try scenario.declare(
      Declare(title: "Checkout fails", severity: severity, service: service, impactStarted: impactStarted))
    return scenario
  }

  /// A scenario whose incident an alert opened.
  package static func triggered(
    by reading: AlertReading = .sample(), at now: Instant = .at("10:00"), clocks: ClockPolicy = ClockPolicy()
  ) -> IncidentScenario {
    var scenario = IncidentScenario(at: now, clocks: clocks)
    scenario.receive(reading)
    return scenario
  }

  /// How many of the incident's alerts fire.
  package var alertsFiring: Int { alerts.values.count { $0.isFiring && $0.incident == stream } }

  package func facts(by actor: Actor) -> IncidentFacts {
    IncidentFacts(
      now: now, actor: actor, clocks: clocks, nextNumber: number, services: services, alertsFiring: alertsFiring,
      history: history, others: others)
  }

  /// Takes in what a command on another incident wrote on this one.
  package mutating func take(_ events: [Event]) {
    let own = events.filter { $0.stream == stream }
    history += own
    for event in own { IncidentFold.apply(event, to: &incident) }
  }

  @discardableResult
  package mutating func declare(_ declare: Declare, by actor: Actor = .lea) throws(IncidentRefusal) -> [Event] {
    record(try declare.drafts(in: stream, facts: facts(by: actor)), by: actor)
  }

  /// - Parameter time: when it is said; nil for now. The clock of the scenario moves there.
  @discardableResult
  package mutating func perform(
    _ command: any IncidentCommand, by actor: Actor = .lea, at time: String? = nil
  ) throws(IncidentRefusal) -> [Event] {
    if let time { now = .at(time) }
    return record(try command.drafts(on: incident, facts: facts(by: actor)), by: actor)
  }

  /// An alert comes in; a second incident is decided upon but not played.
  @discardableResult
  package mutating func receive(
    _ reading: AlertReading, at time: String? = nil, groupKey: String = "{}:{alertname=\"HighErrorRate\"}"
  ) -> Admission.Outcome {
    if let time { now = .at(time) }
    let signal = AlertSignal(source: "alertmanager", groupKey: groupKey, receiver: "sitrep", alerts: [reading])
    let admission = Admission(signal: signal, reading: reading, policy: admission)
    let alert = alerts[admission.alertStream]
    let isOurs = reading.isFiring ? incident.admissionKey == admission.key : alert?.incident == stream
    var facts = facts(by: .alertmanager)
    if !reading.isFiring, alert?.isFiring == true, isOurs { facts.alertsFiring -= 1 }
    let outcome = admission.decide(
      alert: alert, incident: incident.exists && isOurs ? incident : nil, newIncident: stream, facts: facts)
    switch outcome {
    case .listed(let drafts), .joined(let drafts): record(drafts, by: .alertmanager)
    case .opened(let drafts, _): if !incident.exists { record(drafts, by: .alertmanager) }
    case .redelivered, .heartbeat, .ignored: break
    }
    return outcome
  }

  /// Records drafts as they are, without asking anybody.
  @discardableResult
  package mutating func record(_ drafts: [Draft], by actor: Actor) -> [Event] {
    let events = drafts.map { writer.event($0, by: actor, recordedAt: now) }
    for event in events where event.stream.kind == AlertFold.streamKind {
      AlertFold.apply(event, to: &alerts[event.stream, default: Alert(id: event.stream)])
    }
    let own = events.filter { $0.stream == stream }
    history += own
    if own.contains(where: { $0.supersedes != nil }) {
      incident = IncidentFold.state(of: stream, from: history)
    } else {
      for event in own { IncidentFold.apply(event, to: &incident) }
    }
    return events
  }

  /// When the open promise of a kind is due.
  package func due(_ kind: String) -> Instant? { incident.deadlines.open(kind)?.dueAt }
}
