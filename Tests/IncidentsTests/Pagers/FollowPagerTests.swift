import EventLog
import Incidents
import TestSupport
import Testing

@Suite struct FollowPagerTests {
  private static let mira = Actor(person: "mira", via: "pager:pd", assurance: .asserted)
  private static let machine = Actor(person: "pd", via: "pager:pd", assurance: .machine)

  private func told(
    _ kind: PagerReport.Kind, _ id: String = "e1", person: String? = "mira", at: String = "10:05",
    assignees: [String] = []
  ) -> FollowPager {
    FollowPager(
      PagerReport(
        pager: "pd", eventID: id, kind: kind, key: "k", remote: "P1", link: "https://pd.example/P1", at: .at(at)),
      person: person, assignees: assignees)
  }

  @Test func whoAcknowledgesThereHasItHere() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(told(.acknowledged), by: Self.mira, at: "10:06")
    #expect(scenario.incident.status == .acknowledged && scenario.incident.acknowledgedBy == "mira")
    #expect(scenario.incident.acknowledgedAt == .at("10:06"))
    #expect(scenario.incident.pager?.words == "acknowledged by mira" && scenario.incident.pager?.at == .at("10:05"))
    let texts = scenario.history.compactMap { IncidentFold.text(of: $0) }
    #expect(texts.contains("pd says: acknowledged by mira") && texts.contains("Acknowledged"))
  }

  @Test func aMachinesAcknowledgeMakesNobodyTheOwner() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(told(.acknowledged, person: nil), by: Self.machine, at: "10:06")
    #expect(scenario.incident.status == .triggered && scenario.incident.pager?.words == "acknowledged")
  }

  @Test func whoResolvesWhatNobodyHadHasTakenIt() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(told(.resolved), by: Self.mira, at: "10:06")
    #expect(scenario.incident.status == .resolved && scenario.incident.acknowledgedBy == "mira")
    #expect(scenario.incident.resolution == .fixed)
  }

  /// severity label of the alert, whether it still fires, what becomes of the incident
  @Test(arguments: [
    ("critical", false, Status.triggered), ("warning", true, .triggered), ("warning", false, .resolved),
  ])
  func aMachineEndsOnlyWhatIsMinorAndQuiet(severity: String, fires: Bool, status: Status) throws {
    let alert = AlertReading.sample(severity: severity)
    var scenario = IncidentScenario.triggered(by: alert)
    if !fires { scenario.receive(alert.ended(at: .at("10:04")), at: "10:04") }
    try scenario.perform(told(.resolved, person: nil), by: Self.machine, at: "10:06")
    #expect(scenario.incident.status == status && scenario.incident.pager?.kind == .resolved)
  }

  @Test func givenBackThereIsGivenBackHereAndReopenedIsTakenUpAgain() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(told(.acknowledged), by: Self.mira, at: "10:06")
    try scenario.perform(told(.unacknowledged, "e2", person: nil, at: "10:36"), by: Self.machine, at: "10:36")
    #expect(scenario.incident.status == .triggered && scenario.incident.acknowledgedBy == nil)
    try scenario.perform(told(.resolved, "e3", at: "10:40"), by: Self.mira, at: "10:40")
    try scenario.perform(told(.reopened, "e4", at: "10:50"), by: Self.mira, at: "10:50")
    #expect(scenario.incident.status == .acknowledged && scenario.incident.pager?.words == "reopened by mira")
  }

  @Test func whomItPagesIsItsWordAndChangesNothingElse() throws {
    var scenario = IncidentScenario.triggered()
    let before = scenario.incident.revision
    try scenario.perform(
      told(.escalated, person: nil, assignees: ["jon", "mira"]), by: Self.machine, at: "10:20")
    #expect(scenario.incident.revision == before && scenario.incident.pager?.words == "escalated to jon, mira")
    try scenario.perform(told(.reassigned, "e2", at: "10:21", assignees: ["jon"]), by: Self.mira, at: "10:21")
    #expect(scenario.incident.pager?.words == "reassigned to jon by mira")
  }

  @Test func whatIsToldLateStandsOnRecordAndMovesNothing() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(told(.unacknowledged, "e2", at: "10:09"), by: Self.mira, at: "10:10")
    try scenario.perform(told(.acknowledged, at: "10:05"), by: Self.mira, at: "10:11")
    #expect(scenario.incident.status == .triggered && scenario.incident.pager?.kind == .unacknowledged)
    #expect(scenario.history.count { $0.kind == PagerReported.kind } == 2)
  }

  @Test func theNewestWordCountsInWhicheverOrderTheyCome() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(told(.triggered, "e0", person: nil, at: "10:01"), by: Self.machine, at: "10:20")
    try scenario.perform(told(.escalated, "e1", person: nil, at: "10:02"), by: Self.machine, at: "10:20")
    let events = scenario.history
    let turned = IncidentFold.state(of: scenario.stream, from: events)
    #expect(turned.pager == scenario.incident.pager && turned.pager?.kind == .escalated)
  }

  @Test func whatStandsSoAlreadyIsOnlyAWord() throws {
    var scenario = IncidentScenario.triggered()
    try scenario.perform(Acknowledge(), by: .lea, at: "10:02")
    let events = try scenario.perform(told(.acknowledged), by: Self.mira, at: "10:06")
    #expect(events.map(\.kind) == [PagerReported.kind] && scenario.incident.acknowledgedBy == "lea")
  }
}
