import EventLog
import Incidents
import Testing

@testable import Review

struct PeriodPageTests {
  /// - Parameter start: In minutes after the sample's begin.
  private func one(
    _ number: Int, start: Int64, lasts: Int64?, severity: Severity = .sev2, service: String = "api"
  ) -> ReportIncident {
    var incident = Incident(id: StreamID("incident", "n-\(number)"))
    incident.number = number
    incident.service = service
    incident.severity = severity
    incident.isSeverityConfirmed = true
    incident.openedAt = Sample.at(start)
    incident.times.impactStarted = TimePoint(Sample.at(start))
    incident.times.detected = TimePoint(Sample.at(start + 3))
    incident.times.resolved = lasts.map { TimePoint(Sample.at(start + $0)) }
    incident.deadlines = [
      Deadline(kind: "update", dueAt: Sample.at(start + 9), metAt: Sample.at(start + (lasts ?? 12)), rule: "r")
    ]
    return ReportIncident(incident, label: "#\(number)")
  }

  private func report(_ incidents: [ReportIncident], days: Int64, rate: CostRate? = nil) -> PeriodReport {
    PeriodReport(of: incidents, since: Sample.at(0), until: Sample.at(0) + .days(days), rate: rate)
  }

  @Test func aPageShowsEveryFigureAndItsSpread() throws {
    let incidents = (1...30).map {
      one(
        $0, start: Int64($0) * 1_440, lasts: $0 % 7 == 0 ? nil : Int64($0 * $0 + 5),
        severity: $0 % 4 == 0 ? .sev1 : .sev3)
    }
    let html = report(incidents, days: 40, rate: CostRate(perHour: 500, currency: "EUR")).html
    let shape = HTMLShape(html)
    #expect(shape.faults.isEmpty && shape.addresses.isEmpty)
    #expect(
      html.contains("<h2>Incidents by week</h2>") && html.contains("<td>MTBF</td>") && html.contains(" EUR</strong>"))
    #expect(html.contains("resolution unknown") && html.contains("#7, #14, #21, #28"))
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains(HTMLStyle.text))
    #expect(try Sample.golden("report.html", html) == html)
  }

  @Test func aPeriodWithoutIncidentsIsAPageAsWell() {
    let html = report([], days: 3).html
    #expect(HTMLShape(html).faults.isEmpty && html.contains("None began in this period.") && !html.contains("<svg"))
  }

  @Test(arguments: [
    (1, "day", 2), (14, "day", 15), (15, "week", 3), (365, "week", 53), (1_000, "four weeks", 37),
    (3_650, "thirteen weeks", 42), (9_000, "52 weeks", 26),
  ])
  func stretchesAreDaysWeeksOrMore(days: Int64, name: String, most: Int) throws {
    let all = ReportStretch.all(of: report([one(1, start: 5, lasts: 10)], days: days))
    #expect(all.name == name && (1...most).contains(all.stretches.count))
    #expect(all.stretches.map(\.count).reduce(0, +) == 1)
    // The sample is on a Saturday; a week begins on its Monday.
    if name == "week" { #expect(all.stretches.first?.from.dateAndClock == "2026-11-16 00:00:00") }
  }

  @Test func everyIncidentStandsInAStretch() {
    let incidents = (0..<500).map { one($0 + 1, start: Int64($0) * 1_151, lasts: 20) }
    let found = ReportStretch.all(of: report(incidents, days: 400))
    #expect(found.stretches.map(\.count).reduce(0, +) == 500)
    let early = PeriodReport(
      of: [one(1, start: -2_000_000_000 / 60, lasts: 5)], since: Instant(milliseconds: -90_000_000_000_000),
      until: Sample.at(0))
    #expect(ReportStretch.all(of: early).stretches.map(\.count).reduce(0, +) == 1)
  }

  @Test(arguments: [[0], [1], [60], [59, 61], [1, 86_400 * 400], [300, 300, 300]])
  func lengthsStandInTheirOrderOnTheAxis(seconds: [Int64]) {
    let spans = seconds.map { Span.seconds($0) }
    let axis = SpreadAxis(spans, left: 84, right: 976)
    let places = spans.map(axis.x)
    #expect(places == places.sorted() && places.allSatisfy { (84...976).contains($0) })
    #expect(axis.x(axis.least) == 84 && axis.x(axis.greatest) == 976)
    let ticks = axis.ticks.map { axis.x($0.at) }
    #expect(ticks.count > 1 && ticks == ticks.sorted())
  }

  @Test func hostileNamesAreOnlyText() {
    var hostile = one(1, start: 5, lasts: 10, service: "<script>alert(1)</script>\"'")
    hostile.label = "<b>#1"
    hostile.incident.times.resolved = nil
    hostile.actions = [
      ActionItem(
        id: EventID(node: "n", sequence: 1), number: 1, text: "<img src=x>", owner: "\"><i>", dueAt: Sample.at(6),
        doneWhen: "x", state: .open)
    ]
    hostile.incident.deadlines[0].kind = "<u>"
    let html = report([hostile], days: 3, rate: CostRate(perHour: 1, currency: "<em>")).html
    let shape = HTMLShape(html)
    #expect(shape.faults.isEmpty && Set(shape.elements).isDisjoint(with: ["script", "img", "i", "b", "u", "em"]))
  }

  /// However many there are, the page has so many marks and names and no more.
  @Test func tenThousandIncidentsStayOnePage() {
    let incidents = (0..<10_000).map {
      one($0 + 1, start: Int64($0) * 50, lasts: $0 % 3 == 0 ? nil : Int64($0 % 900 + 1))
    }
    let html = report(incidents, days: 365).html
    #expect(HTMLShape(html).faults.isEmpty && html.utf8.count < 120_000)
  }
}
