import EventLog
import Incidents
import Intake
import Testing

@Suite struct PagerBodyTests {
  private func report(_ notice: PagerNotice) throws -> PagerReport {
    guard case .report(let report) = notice else { throw MalformedBody("", "\(notice)") }
    return report
  }

  @Test func pagerDutysEventIsRead() throws {
    let report = try report(try PagerDutyBody.decode(PagerBody.pagerDuty()))
    #expect(
      report
        == PagerReport(
          pager: "", eventID: "01CSE9N2AO", kind: .acknowledged, person: .init(name: "Mira Okafor"),
          assignees: [.init(name: "Mira Okafor")], key: "sitrep/one", remote: "PT4KHLK",
          link: "https://acme.pagerduty.example/incidents/PT4KHLK", at: Instant(milliseconds: 1_795_231_841_123)))
    #expect(try self.report(PagerDutyBody.decode(PagerBody.pagerDuty(key: nil))).key == "PT4KHLK")
  }

  @Test(arguments: [
    ("incident.triggered", PagerReport.Kind.triggered), ("incident.unacknowledged", .unacknowledged),
    ("incident.escalated", .escalated), ("incident.reassigned", .reassigned), ("incident.delegated", .reassigned),
    ("incident.resolved", .resolved), ("incident.reopened", .reopened),
  ])
  func eachTypeMeansOneThing(type: String, kind: PagerReport.Kind) throws {
    #expect(try report(PagerDutyBody.decode(PagerBody.pagerDuty(type))).kind == kind)
  }

  @Test(arguments: [
    "null", #"{"type": "inbound_integration_reference", "summary": "Events API"}"#, #"{"type": "user"}"#,
  ])
  func whatNoPersonDidNamesNone(agent: String) throws {
    #expect(try report(PagerDutyBody.decode(PagerBody.pagerDuty(agent: agent))).person == nil)
  }

  @Test func otherTypesAreNoFault() throws {
    #expect(
      try PagerDutyBody.decode(PagerBody.pagerDuty("incident.annotated")) == .notFollowed(type: "incident.annotated"))
    #expect(try PagerDutyBody.decode(Array(#"{"event": {"event_type": "pagey.ping", "data": {}}}"#.utf8)) == .ping)
    #expect(try OpsgenieBody.decode(PagerBody.opsgenie("AddNote"), now: moment) == .notFollowed(type: "AddNote"))
  }

  @Test(arguments: [
    ("[]", "body"), ("{}", "event"), (#"{"event": 1}"#, "event"), (#"{"event": {"id": "a"}}"#, "event.event_type"),
    (#"{"event": {"event_type": "incident.resolved"}}"#, "event.id"),
    (#"{"event": {"event_type": "incident.resolved", "id": "a", "occurred_at": "x"}}"#, "event.occurred_at"),
    (
      #"{"event": {"event_type": "incident.resolved", "id": "a", "occurred_at": "2026-11-21T03:30:41Z"}}"#, "event.data"
    ),
    (
      #"{"event": {"event_type": "incident.resolved", "id": "a b", "occurred_at": "2026-11-21T03:30:41Z", "data": {"id": "P"}}}"#,
      "event.id"
    ),
    (
      #"{"event": {"event_type": "incident.resolved", "id": "a", "occurred_at": "2026-11-21T03:30:41Z", "data": {"id": "P", "assignees": [1]}}}"#,
      "event.data.assignees[0]"
    ),
  ])
  func aFaultNamesItsField(body: String, field: String) {
    do {
      _ = try PagerDutyBody.decode(Array(body.utf8))
      Issue.record("\(body) was read")
    } catch {
      #expect(error.field == field, "\(error.sentence)")
    }
  }

  @Test func opsgeniesActionIsRead() throws {
    let report = try report(try OpsgenieBody.decode(PagerBody.opsgenie(), now: moment))
    #expect(
      report
        == PagerReport(
          pager: "", eventID: "Acknowledge:052652ac-5d1c-464a-812a-7dd18bbfba8c:1795231841123000000",
          kind: .acknowledged, person: .init(name: "mira@example.org"), assignees: [.init(name: "mira@example.org")],
          key: "sitrep/one", remote: "052652ac-5d1c-464a-812a-7dd18bbfba8c",
          at: Instant(milliseconds: 1_795_231_841_123)))
    for (action, kind) in [
      ("Create", PagerReport.Kind.triggered), ("Close", .resolved), ("UnAcknowledge", .unacknowledged),
      ("Escalate", .escalated), ("EscalateNext", .escalated), ("AssignOwnership", .reassigned),
    ] {
      #expect(try self.report(OpsgenieBody.decode(PagerBody.opsgenie(action), now: moment)).kind == kind)
    }
  }

  @Test(arguments: [
    ("{}", "action"), (#"{"action": "Close"}"#, "alert"), (#"{"action": "Close", "alert": {}}"#, "alert.alertId"),
  ])
  func aFaultOfOpsgeniesNamesItsField(body: String, field: String) {
    do {
      _ = try OpsgenieBody.decode(Array(body.utf8), now: moment)
      Issue.record("\(body) was read")
    } catch {
      #expect(error.field == field, "\(error.sentence)")
    }
  }

  @Test func mangledBodiesAreReadOrRefusedInWords() {
    var mangler = Mangler(seed: 7)
    var (read, refused) = (0, 0)
    for round in 0..<10_000 {
      do throws(MalformedBody) {
        let body = mangler.mangle(round % 2 == 0 ? PagerBody.pagerDuty() : PagerBody.opsgenie())
        let notice =
          round % 2 == 0 ? try PagerDutyBody.decode(body) : try OpsgenieBody.decode(body, now: moment)
        if case .report(let report) = notice {
          #expect(!report.eventID.isEmpty && report.eventID.utf8.count <= 400 && report.key.utf8.count <= 4_200)
        }
        read += 1
      } catch {
        #expect(!error.field.isEmpty && !error.problem.isEmpty)
        refused += 1
      }
    }
    #expect(read > 500 && refused > 500, "\(read) \(refused)")
  }
}
