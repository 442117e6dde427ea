import EventLog
import Incidents

/// One believable incident of a past that never was, as drafts with the times at which they would have been recorded.
struct PastIncident {
  private var random: SeededGenerator
  private let number: Int
  private let entries: Int
  private let isOver: Bool
  private let clocks: ClockPolicy
  private var incident: Incident
  private var now: Instant
  private(set) var steps: [(at: Instant, drafts: [Draft])] = []

  private static let people = ["mira", "jon", "lea", "sam", "ines", "tariq"]
  private static let services = ["api", "web", "db", "redis", "pms", "whatsapp", "payments", "search"]
  private static let rules = [
    ("HighErrorRate", "critical", "5xx ratio %d.%d %% on checkout"),
    ("HighLatency", "warning", "p95 %d.%d s on search"), ("DiskSpaceLow", "warning", "%d.%d GiB left on /var"),
    ("ServiceDown", "critical", "probe failed %d of %d times"),
    ("QueueBacklog", "warning", "queue holds %d thousand and grows %d a second"),
  ]
  private static let remarks = [
    "upstreams answer, errors come from our own pool", "last deployment 7 minutes before the first error",
    "rolled api back to 411", "error ratio falls", "replica lag back to 3 ms", "asked the provider for the status",
    "pool exhausted, raised the limit to 40", "traffic normal again in both zones",
    "one client sends most of the traffic, limited it", "certificates are valid, not the cause",
  ]

  private let isDrill: Bool

  init(
    number: Int, stream: StreamID, at start: Instant, entries: Int, isOver: Bool, clocks: ClockPolicy, seed: UInt64,
    isDrill: Bool = false
  ) {
    self.isDrill = isDrill
    random = SeededGenerator(seed: seed)
    self.number = number
    self.entries = entries
    self.isOver = isOver
    self.clocks = clocks
    incident = Incident(id: stream)
    now = start
  }

  /// Plays it from the first alert to its end, or to where it stands.
  mutating func play() throws {
    let service = random.pick(Self.services)
    let (rule, label, words) = random.pick(Self.rules)
    try open(service: service, rule: rule, label: label, words: words)
    now = now + random.span(.minutes(1), .minutes(14))
    let responder = random.pick(Self.people)
    guard isOver || random.pick([true, true, false]) else { return }
    try perform(Acknowledge(), by: responder)
    for place in 0..<entries {
      now = now + random.span(.seconds(20), .minutes(4))
      let kind = random.pick([EntryKind.note, .note, .action, .observation, .decision, .comms])
      try perform(Log("\(random.pick(Self.remarks)) (\(place + 1))", entry: kind), by: random.pick(Self.people))
    }
    guard isOver else { return }
    now = now + random.span(.minutes(1), .minutes(20))
    try perform(Mitigate(note: random.pick(Self.remarks)), by: responder)
    now = now + random.span(.minutes(5), .minutes(40))
    let isVerified = random.pick([true, true, true, false])
    try perform(Resolve(verifiedBy: isVerified ? "error ratio below 0.1 % for 15 minutes" : nil), by: responder)
    now = now + random.span(.hours(1), .hours(30))
    try perform(Close(waiver: "reviewed before this store began"), by: responder)
  }

  private mutating func open(service: String, rule: String, label: String, words: String) throws {
    let parts = words.split(separator: "%d", omittingEmptySubsequences: false)
    var headline = String(parts[0])
    for part in parts.dropFirst() { headline += "\(Int.random(in: 1...9, using: &random))" + part }
    headline = headline.replacing("%%", with: "%")
    let reading = AlertReading(
      fingerprint: String(random.next(), radix: 16), isFiring: true,
      labels: ["alertname": rule, "severity": label, "service": service, "instance": "\(service)-1:9090"],
      annotations: ["summary": headline], startsAt: now - .minutes(1))
    let signal = AlertSignal(source: "alertmanager", groupKey: "{}:{}", receiver: "sitrep", alerts: [reading])
    let admission = Admission(signal: signal, reading: reading, policy: AdmissionPolicy())
    let facts = facts(by: Actor(person: "alertmanager", via: "serve", assurance: .machine))
    guard
      case .opened(let drafts, _) = admission.decide(
        alert: nil, incident: nil, newIncident: incident.id, facts: facts)
    else { return }
    take(drafts, facts)
  }

  private mutating func perform(_ command: some IncidentCommand, by person: String) throws {
    let facts = facts(
      by: Actor(person: person, login: person, uid: 1_000, host: "bastion1", via: "tty", assurance: .verified))
    take(try command.drafts(on: incident, facts: facts), facts)
  }

  private func facts(by actor: Actor) -> IncidentFacts {
    IncidentFacts(now: now, actor: actor, isDrill: isDrill, clocks: clocks, nextNumber: number)
  }

  private mutating func take(_ drafts: [Draft], _ facts: IncidentFacts) {
    incident = Clocks.provisional(incident, drafts, facts: facts)
    steps.append(
      (
        now,
        drafts.map { draft in
          var draft = draft
          draft.actor = draft.actor ?? facts.actor
          return draft
        }
      ))
  }
}
