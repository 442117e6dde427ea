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
      beat(24, "lea", .command(SetImpact("1 in 8 checkouts fails since \(clockTime(began)) UTC"))),
      beat(27, "mira", .startRunbook),
      beat(28, "mira", .checkStep(note: nil)),
      beat(30, "mira", .checkStep(note: "12.4 % of requests, traffic as usual")),
      beat(33, "mira", .checkStep(note: "api 411 to 412, seven minutes before the first error")),
      beat(36, "jon", log("upstreams healthy, errors come from api itself", .observation)),
      beat(39, "lea", log("roll back api 412 to 411 (no strong objections)", .decision)),
      beat(
        42, "lea", log("Checkout fails for some customers, a rollback is under way; next word in 30 minutes", .comms)),
      beat(46, "mira", log("rollback to 411 started", .action)),
      beat(52, "mira", log("error ratio 0.3 % and falling", .observation)),
      beat(55, "lea", .command(Mitigate(note: "rolled back to 411"))),
      beat(60, "alertmanager", .signal(signal(isFiring: false, at: start + .seconds(60), startsAt: began))),
      beat(65, "mira", .command(Resolve(verifiedBy: "error ratio 0.04 % for two minutes, synthetic checkout passes"))),
      beat(68, "lea", log("Checkout works again for everybody, no data was lost", .comms)),
    ]
  }

  private static func clockTime(_ instant: Instant) -> String {
    CivilTime(instant).timeWords
  }
}
