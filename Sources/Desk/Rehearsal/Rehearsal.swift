package import Commands
package import EventLog
package import Incidents
package import OnCall

/// A believable incident, played by a team that does not exist through the same paths as a real one. Whatever a
/// person does in between stands: a beat that is then refused is left out.
package struct Rehearsal: Sendable {
  /// Something that happens, so long after the rehearsal began.
  package struct Beat: Sendable {
    package var after: Span
    package var person: String
    package var act: Act
  }

  /// What happens: an alert arrives, or somebody does something.
  package enum Act: Sendable {
    case signal(AlertSignal)
    /// On the incident that the rehearsal is about.
    case command(any IncidentCommand)
    /// What follows from how that incident stands by then; nothing where what it is about is not there.
    case reply(@Sendable (IncidentDetail) -> (any IncidentCommand)?)
    case startRunbook
    case checkStep(note: String?)
  }

  /// The team of the rehearsal, two of whom are trained to command.
  package static func rota(at now: Instant) -> Rota {
    let monday = CivilTime(year: 2026, month: 1, day: 5, hour: 9)
    let handoff = Handoff(weekday: 1, hour: 9, minute: 0)
    return Rota(
      people: [
        Person(name: "mira", fullName: "Mira Anders"), Person(name: "jon", fullName: "Jon Brandt"),
        Person(name: "lea", fullName: "Lea Costa", roles: ["commander"]),
        Person(name: "sam", fullName: "Sam Dahl", roles: ["commander"]),
      ],
      rotations: [
        Rotation(
          name: "engineers", role: .primary, zone: .utc, start: monday, handoff: handoff,
          members: ["mira", "jon", "ines", "tariq"]),
        Rotation(
          name: "commanders", role: .commander, zone: .utc, start: monday, handoff: handoff, members: ["lea", "sam"]),
      ])
  }

  package static let services: [String: Service] = [
    "api": Service(name: "api", tier: 1, dependencies: ["db"], runbooks: ["high-error-rate"]),
    "pms": Service(name: "pms", tier: 2), "web": Service(name: "web", tier: 2, dependencies: ["api"]),
  ]

  /// The alert that it all begins with.
  private static func signal(isFiring: Bool, at now: Instant, startsAt: Instant) -> AlertSignal {
    AlertSignal(
      source: "alertmanager", groupKey: "{}:{alertname=\"HighErrorRate\"}", receiver: "sitrep",
      alerts: [
        AlertReading(
          fingerprint: "5c1f0a3be2d94760", isFiring: isFiring,
          labels: ["alertname": "HighErrorRate", "severity": "critical", "service": "api", "instance": "api-1:9090"],
          annotations: [
            "summary": "5xx ratio 12.4 % on checkout", "runbook_url": "https://runbooks.example/high-error-rate",
          ], startsAt: startsAt, endsAt: isFiring ? nil : now)
      ])
  }

  /// What happens in the minute from `start`; whoever watches has time to be quicker than the team with the first key.
  package static func beats(from start: Instant) -> [Beat] {
    let began = start - .minutes(2)
    func beat(_ seconds: Int64, _ person: String, _ act: Act) -> Beat {
      Beat(after: .seconds(seconds), person: person, act: act)
    }
    func log(_ text: String, _ entry: EntryKind) -> Act { .command(Log(text, entry: entry)) }
    return [
      beat(2, "alertmanager", .signal(signal(isFiring: true, at: start, startsAt: began))),
      beat(20, "mira", .command(Acknowledge())),
      beat(22, "lea", .command(AssignRole(.commander, person: "lea"))),
      beat(23, "lea", .command(SetImpact("1 in 8 checkouts fails since \(clockTime(began)) UTC"))),
      beat(24, "lea", .command(Delegate("see whether the database is slow", to: "jon", within: .minutes(3)))),
      beat(26, "jon", .reply { $0.task(of: "jon").map { UnderstandTask($0.id) } }),
      beat(27, "mira", .startRunbook),
      beat(28, "mira", .checkStep(note: nil)),
      beat(29, "jon", .command(AddHypothesis("the checkout database is slow"))),
      beat(30, "mira", .checkStep(note: "12.4 % of requests, traffic as usual")),
      beat(31, "lea", .command(report("12 % of checkouts fail", "looking for what changed", "somebody for support"))),
      beat(33, "mira", .checkStep(note: "api 411 to 412, seven minutes before the first error")),
      beat(34, "mira", .command(AddHypothesis("api 412 opens a connection for each request"))),
      beat(36, "jon", .reply { $0.settle("database", isConfirmed: false, "replica lag 3 ms, no slow query") }),
      beat(37, "jon", .reply { $0.task(of: "jon").map { FinishTask($0.id, note: "it is healthy") } }),
      beat(39, "lea", .command(rollback)),
      beat(42, "jon", .reply { detail in detail.poll.map { Object(to: $0, "bookings since 412", role: .liaison) } }),
      beat(
        45, "lea",
        .reply { detail in detail.poll.map { SettleDecision($0, isMade: true, note: "411 reads what 412 wrote") } }),
      beat(46, "lea", .command(Delegate("roll back to 411, watch the ratio", to: "mira", within: .minutes(5)))),
      beat(47, "mira", .reply { $0.task(of: "mira").map { UnderstandTask($0.id) } }),
      beat(48, "mira", log("rollback to 411 started", .action)),
      beat(
        49, "lea", log("Checkout fails for some customers, a rollback is under way; next word in 30 minutes", .comms)),
      beat(50, "lea", .command(OfferRole(.commander, to: "sam"))),
      beat(52, "mira", log("error ratio 0.3 % and falling", .observation)),
      beat(54, "mira", .reply { $0.settle("412", isConfirmed: true, "4,000 connections, 40 since the rollback") }),
      beat(55, "lea", .command(Mitigate(note: "rolled back to 411"))),
      beat(57, "sam", .command(AcceptRole(.commander))),
      beat(60, "alertmanager", .signal(signal(isFiring: false, at: start + .seconds(60), startsAt: began))),
      beat(62, "mira", .reply { $0.task(of: "mira").map { FinishTask($0.id, note: "411 runs everywhere") } }),
      beat(65, "mira", .command(Resolve(verifiedBy: "error ratio 0.04 % for two minutes, synthetic checkout passes"))),
      beat(68, "sam", log("Checkout works again for everybody, no data was lost", .comms)),
    ]
  }

  private static let rollback = ProposeDecision(
    "roll back api 412 to 411", knew: "the errors began 7 minutes after 412", options: ["limit connections"],
    within: .minutes(2))

  private static func report(_ condition: String, _ actions: String, _ needs: String) -> SetReport {
    SetReport(condition: condition, actions: actions, needs: needs)
  }

  private static func clockTime(_ instant: Instant) -> String {
    CivilTime(instant).timeWords
  }
}

extension IncidentDetail {
  /// The newest task that somebody has.
  fileprivate func task(of person: String) -> Delegation? { tasks.last { $0.isOpen && $0.person == person } }

  /// The poll that is open.
  fileprivate var poll: EventID? { decisions.last { $0.state == .proposed }?.id }

  /// What evidence says of an open hypothesis.
  fileprivate func settle(_ words: String, isConfirmed: Bool, _ evidence: String) -> SettleHypothesis? {
    hypotheses.first { $0.state == .open && $0.text.contains(words) }
      .map { SettleHypothesis($0.id, isConfirmed: isConfirmed, evidence: evidence) }
  }
}
