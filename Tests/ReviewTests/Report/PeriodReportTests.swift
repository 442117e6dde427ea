import EventLog
import Incidents
import Testing

@testable import Review

/// Figures of a period: what counts, what is left out and named.
@Suite struct PeriodReportTests {
  /// An incident told in minutes after the sample's beginning; nil leaves a time out.
  private func one(
    _ number: Int, start: Int64?, detected: Int64? = nil, mitigated: Int64? = nil, resolved: Int64? = nil,
    service: String? = "api", severity: Severity = .sev2, precision: Precision = .exact
  ) -> ReportIncident {
    var incident = Incident(id: StreamID("incident", "\(number)"))
    incident.number = number
    incident.service = service
    incident.severity = severity
    incident.status = resolved == nil ? .acknowledged : .closed
    incident.resolution = resolved == nil ? nil : .fixed
    func point(_ minutes: Int64?) -> TimePoint? { minutes.map { TimePoint(Sample.at($0), precision) } }
    incident.times = IncidentTimes(
      impactStarted: point(start), detected: point(detected), mitigated: point(mitigated), resolved: point(resolved))
    incident.openedAt = Sample.at(start ?? detected ?? 0)
    return ReportIncident(incident, label: "#\(number)")
  }

  private func report(_ incidents: [ReportIncident], rate: CostRate? = nil) -> PeriodReport {
    PeriodReport(of: incidents, since: Sample.at(0), until: Sample.at(10_000), rate: rate)
  }

  private func figure(_ name: PeriodFigure.Name, _ incidents: [ReportIncident]) throws -> PeriodFigure {
    try #require(report(incidents).figures.first { $0.name == name })
  }

  @Test(
    arguments: [
      ([5], 5, 5, 5, 5), ([1, 3], 2, 2, 3, 3), ([10, 1, 4], 5, 4, 10, 10),
      ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 5, 9, 10), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100], 14, 6, 10, 100),
    ] as [([Int64], Int64, Int64, Int64, Int64)])
  func spreadsAreByNearestRank(values: [Int64], mean: Int64, median: Int64, p90: Int64, greatest: Int64) throws {
    let spread = try #require(Distribution(values.shuffled().map { .minutes($0) }))
    #expect(spread.count == values.count)
    #expect(spread.mean.minutes == mean)
    #expect(spread.median.minutes == median)
    #expect(spread.p90 == .minutes(p90))
    #expect(spread.greatest == .minutes(greatest))
  }

  @Test func nothingHasNoSpread() { #expect(Distribution([]) == nil) }

  @Test func figuresAreBetweenTheirTwoTimes() throws {
    let one = one(1, start: 0, detected: 4, mitigated: 31, resolved: 47)
    #expect(try figure(.mttd, [one]).values?.mean == .minutes(4))
    #expect(try figure(.mttm, [one]).values?.mean == .minutes(27))
    #expect(try figure(.mttr, [one]).values?.mean == .minutes(47))
    let unpaged = try figure(.mtta, [one])
    #expect(unpaged.values == nil)
    #expect(unpaged.incomplete.map(\.why) == ["first page unknown"])
    var paged = one
    paged.incident.pagedAt = Sample.at(5)
    paged.incident.acknowledgedAt = Sample.at(9)
    #expect(try figure(.mtta, [paged]).values?.mean == .minutes(4))
  }

  @Test func whatIsMissingOrCrossesIsNamed() throws {
    let found = try figure(
      .mttr, [one(1, start: 0, resolved: 10), one(2, start: nil, detected: 20), one(3, start: 90)])
    #expect(found.values?.count == 1)
    #expect(
      found.incomplete.map { "\($0.label) \($0.why)" } == [
        "#2 impact start unknown", "#3 resolution unknown",
      ])
    let crossed = try figure(.mttr, [one(1, start: 50, resolved: 10)])
    #expect(crossed.incomplete.map(\.why) == ["resolution is before impact start"])
    #expect(try figure(.mttr, [one(1, start: 0, resolved: 9, precision: .approximate)]).approximate == 1)
  }

  @Test func betweenFailuresIsByService() throws {
    let found = try figure(
      .mtbf,
      [
        one(1, start: 0, resolved: 10), one(2, start: 100, resolved: 130), one(3, start: 140, resolved: 150),
        one(4, start: 50, resolved: 60, service: "db"), one(5, start: 55, resolved: 70, service: "db"),
        one(6, start: 500, service: nil),
      ])
    // 10 to 100 and 130 to 140; the second of db began before the first was over.
    #expect(found.values?.count == 2)
    #expect(found.values?.mean == .minutes(50))
    #expect(found.incomplete.map(\.label) == ["#5"])
  }

  @Test func drillsAndFalseAlarmsAreInNoFigure() throws {
    var drill = one(1, start: 0, resolved: 10)
    drill.incident.isDrill = true
    var alarm = one(2, start: 0, resolved: 20)
    alarm.incident.resolution = .falseAlarm
    var healed = one(3, start: 5, resolved: 30)
    healed.incident.resolution = .selfHealed
    let found = report([drill, alarm, healed])
    #expect(found.incidents.map(\.label) == ["#3"])
    #expect(found.drills == 1 && found.excluded == 1)
    #expect(found.figures.first { $0.name == .mttr }?.values?.count == 1)
  }

  @Test func theReportAsJSONNamesWhatItCountsAndWhatIsIncomplete() {
    var broken = one(1, start: 0, detected: 4, mitigated: 31, resolved: 47, severity: .sev1)
    broken.incident.deadlines = [Deadline(kind: "update", dueAt: Sample.at(5), metAt: Sample.at(9), rule: "r")]
    let found = report([broken, one(2, start: 100), one(3, start: 200, detected: 203, resolved: 260, service: "web")])
    guard case .object(let json) = found.json, case .object(let severities)? = json["by_severity"],
      case .array(let promises)? = json["promises"], case .object(let promise)? = promises.first,
      case .array(let services)? = json["services"], case .object(let figures)? = json["figures"]
    else {
      Issue.record("\(found.json)")
      return
    }
    #expect(json["incidents"] == .integer(3) && json["open"] == .integer(1))
    #expect(severities["SEV1"] == .integer(1) && severities["SEV4"] == .integer(0))
    #expect(promise["broken"] == .integer(1) && services.count == 2 && figures["mttr"] != nil)
    #expect(json["actions_overdue"] == .array([]) && json["since"] == .string(Sample.at(0).rfc3339))
  }

  @Test func thePeriodIsHalfOpen() {
    let found = PeriodReport(
      of: [one(1, start: -1), one(2, start: 0), one(3, start: 59), one(4, start: 60)], since: Sample.at(0),
      until: Sample.at(60), stretches: 2)
    #expect(found.incidents.map(\.label) == ["#2", "#3"])
    #expect(found.begun == [1, 1])
  }

  @Test func promisesThatWereNeverPutToTheTestDoNotCount() {
    var one = one(1, start: 0, resolved: 10)
    one.incident.deadlines = [
      Deadline(kind: "update", dueAt: Sample.at(5), metAt: Sample.at(4), rule: "r"),
      Deadline(kind: "update", dueAt: Sample.at(8), metAt: Sample.at(9), rule: "r"),
      Deadline(kind: "update", dueAt: Sample.at(30), voidedAt: Sample.at(10), rule: "r"),
      Deadline(kind: "rto", dueAt: Sample.at(40), rule: "r"),
    ]
    one.otherDeadlines = [Deadline(kind: "runbook", dueAt: Sample.at(5), metAt: Sample.at(5), rule: "r")]
    #expect(
      report([one]).promises.map { "\($0.kind) \($0.kept) \($0.broken)" } == [
        "rto 0 1", "runbook 1 0", "update 1 1",
      ])
  }

  @Test func costsAreTheReadersOwnFigure() {
    let incidents = [one(1, start: 0, resolved: 150), one(2, start: 10)]
    #expect(report(incidents).cost == nil)
    let cost = report(incidents, rate: CostRate(perHour: 500, currency: "USD")).cost
    #expect(cost?.total == 1_250)
    #expect(cost?.unknown == ["#2"])
    #expect(CostRate(perHour: .max, currency: "USD").cost(of: .days(2)) == .max)
  }

  @Test func overdueActionsComeFromAllIncidents() {
    var old = one(1, start: -9_000, resolved: -8_000)
    old.actions = [
      ActionItem(
        id: EventID(node: "n", sequence: 1), number: 1, text: "add a limit", owner: "platform",
        dueAt: Sample.at(-100), doneWhen: "x", state: .open),
      ActionItem(
        id: EventID(node: "n", sequence: 2), number: 2, text: "done", dueAt: Sample.at(-100), state: .done),
    ]
    let found = report([old])
    #expect(found.incidents.isEmpty)
    #expect(found.overdueActions.map(\.item.number) == [1])
    #expect(found.openActions == 1)
  }

  @Test func readsAsText() throws {
    let incidents = [
      one(1, start: 0, detected: 4, mitigated: 20, resolved: 30, severity: .sev1),
      one(2, start: 100, detected: 110, resolved: 130), one(3, start: 5_000, detected: 5_001, service: "db"),
    ]
    let text = report(incidents, rate: CostRate(perHour: 500, currency: "USD")).lines().joined(separator: "\n") + "\n"
    #expect(try Sample.golden("report.txt", text) == text)
    let ascii = report(incidents).lines(isASCII: true).joined()
    #expect(ascii.utf8.allSatisfy { $0 < 128 })
    #expect(report([]).lines().first?.hasSuffix(": 0") == true)
  }
}
