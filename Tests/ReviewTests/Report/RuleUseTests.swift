import EventLog
import Incidents
import Testing

@testable import Review

/// Which rules are worth a second thought.
@Suite struct RuleUseTests {
  private func incident(
    _ number: Int, _ verdicts: [(String, AlertVerdict)], missing: [String] = [], resolution: Resolution = .fixed,
    isDrill: Bool = false
  ) -> ReportIncident {
    var incident = Incident(id: StreamID("incident", "\(number)"))
    incident.number = number
    incident.status = .closed
    incident.resolution = resolution
    incident.isDrill = isDrill
    incident.openedAt = Sample.at(10)
    incident.service = "api"
    incident.alertJudgements = verdicts.enumerated().map { place, said in
      AlertJudgement(
        alert: StreamID("alert", "\(number)-\(place)"), name: said.0, verdict: said.1, person: "lea", at: Sample.at(90))
    }
    incident.missingAlerts = missing.map {
      MissingAlert(id: EventID(node: "t", sequence: 1), text: $0, person: "lea", at: Sample.at(90))
    }
    return ReportIncident(incident, label: "#\(number)")
  }

  private func report(_ incidents: [ReportIncident], _ firings: [AlertFiring] = []) -> PeriodReport {
    PeriodReport(of: incidents, since: Sample.at(0), until: Sample.at(1_000), firings: firings)
  }

  @Test func whatIsNeverUsefulStandsFirst() throws {
    let firings = [("Disk", 1), ("Disk", 2), ("Errors", 3), ("Quiet", 4), ("Early", -5)].map {
      AlertFiring(rule: $0.0, incident: $0.0 == "Quiet" ? nil : StreamID("incident", "1"), at: Sample.at($0.1))
    }
    let found = report(
      [
        incident(1, [("Errors", .useful), ("Errors", .noise), ("Errors", .noise), ("Disk", .noise)]),
        incident(2, [("Errors", .useful)], missing: ["a probe of the login"]),
        // A false alarm is out of the figures; that its alert was noise is not. A drill is no evidence.
        incident(3, [("Flaky", .noise)], resolution: .falseAlarm),
        incident(4, [("Errors", .noise)], isDrill: true),
      ], firings)
    #expect(found.rules.map(\.rule) == ["Disk", "Flaky", "Errors", "Quiet"])
    let errors = try #require(found.rules.first { $0.rule == "Errors" })
    #expect(errors.useful == 2 && errors.noise == 2 && errors.noiseShare == 0.5 && errors.incidents == 2)
    #expect(errors.fired == 1 && !errors.isNeverUseful && errors.isToReconsider)
    let disk = try #require(found.rules.first)
    #expect(disk.fired == 2 && disk.isNeverUseful)
    #expect(found.rules.last?.noiseShare == nil && found.rules.last?.isToReconsider == false)
    #expect(found.missingAlerts.map(\.text) == ["a probe of the login"])
    let text = found.lines().joined(separator: "\n")
    #expect(
      text.contains(
        """
        Rules to reconsider
          rule                  fired  incidents  led there  noise  share
          Disk                      2          1          0      1  100 %  never useful
          Flaky                     0          1          0      1  100 %  never useful
          Errors                    1          2          2      2   50 %

        Alerts that were missing
          #2 api  a probe of the login
        """))
  }

  @Test func whereNobodyJudgedNothingIsSaid() {
    let text = report([incident(1, [])]).lines().joined(separator: "\n")
    #expect(!text.contains("Rules to reconsider") && !text.contains("missing"))
  }

  @Test func aSeverityNobodyStatedMakesNoServiceWorse() {
    var unstated = incident(1, [])
    unstated.incident.imported = ImportedFrom(source: "a.md", digest: "d", services: [], stated: [])
    let found = report([unstated])
    #expect(found.unrated == 1 && found.severities.isEmpty && found.services.map(\.worst) == [nil])
    #expect(found.lines().contains { $0.contains("worst SEV?") })
  }

  @Test func promisesOfOneKindAreCountedTogether() {
    var one = incident(1, [])
    one.otherDeadlines = [
      Deadline(kind: "action:1", dueAt: Sample.at(50), metAt: Sample.at(40), rule: "r"),
      Deadline(kind: "action:2", dueAt: Sample.at(50), rule: "r"),
    ]
    let found = report([one]).promises
    #expect(found.map { "\($0.kind) \($0.kept) \($0.broken)" } == ["action 1 1"])
  }
}
