import EventLog
import Incidents
import Testing

@testable import Review

struct FigureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var impact: Int64?
    var detected: Int64?
    var paged: Int64?
    var acknowledged: Int64?
    var mitigated: Int64?
    var resolved: Int64?
    /// TTD, TTA, TTM, TTM from impact, TTR in minutes; nil for unknown.
    var figures: [Int64?]
  }

  @Test(arguments: [
    Case(
      testDescription: "all known", impact: 0, detected: 4, paged: 5, acknowledged: 8, mitigated: 31, resolved: 47,
      figures: [4, 3, 27, 31, 47]),
    Case(
      testDescription: "all at once", impact: 0, detected: 0, paged: 0, acknowledged: 0, mitigated: 0, resolved: 0,
      figures: [0, 0, 0, 0, 0]),
    Case(testDescription: "nothing", figures: [nil, nil, nil, nil, nil]),
    Case(
      testDescription: "impact unknown", detected: 4, paged: 5, acknowledged: 8, mitigated: 31, resolved: 47,
      figures: [nil, 3, 27, nil, nil]),
    Case(
      testDescription: "nobody paged", impact: 0, detected: 4, acknowledged: 8, mitigated: 31, resolved: 47,
      figures: [4, nil, 27, 31, 47]),
    Case(
      testDescription: "still open", impact: 0, detected: 4, paged: 5, acknowledged: 8, figures: [4, 3, nil, nil, nil]),
    Case(
      testDescription: "acknowledged before the page went out", impact: 0, detected: 4, paged: 9, acknowledged: 8,
      mitigated: 31, resolved: 47, figures: [4, nil, 27, 31, 47]),
    Case(
      testDescription: "impact after detection", impact: 6, detected: 4, mitigated: 31, resolved: 47,
      figures: [nil, nil, 27, 25, 41]),
  ])
  func areComputedOrUnknown(example: Case) {
    var incident = Sample.incident
    func point(_ minutes: Int64?) -> TimePoint? { minutes.map { TimePoint(Sample.at($0)) } }
    incident.times = IncidentTimes(
      impactStarted: point(example.impact), detected: point(example.detected), mitigated: point(example.mitigated),
      resolved: point(example.resolved))
    incident.pagedAt = example.paged.map { Sample.at($0) }
    incident.acknowledgedAt = example.acknowledged.map { Sample.at($0) }
    let figures = Figure.all(of: incident)
    #expect(figures.map(\.name) == Figure.Name.allCases)
    #expect(figures.map(\.value) == example.figures.map { $0.map { Span.minutes($0) } })
    #expect(figures.allSatisfy { ($0.value == nil) == ($0.missing != nil) })
  }

  @Test(arguments: [
    (Precision.exact, Precision.exact, Precision.exact), (.exact, .minute, .minute),
    (.approximate, .exact, .approximate),
    (.approximate, .minute, .approximate),
  ])
  func areAsExactAsTheirRougherTime(first: Precision, last: Precision, expected: Precision) {
    var incident = Sample.incident
    incident.times.impactStarted = TimePoint(Sample.at(0), first)
    incident.times.resolved = TimePoint(Sample.at(9), last)
    #expect(Figure.all(of: incident).last?.precision == expected)
  }

  @Test func aTimeOfUnknownPrecisionIsNoTime() {
    var incident = Sample.incident
    incident.times.impactStarted = TimePoint(Sample.at(0), .unknown)
    #expect(Figure.all(of: incident).last?.value == nil)
    #expect(Figure.all(of: incident).last?.missing == "impact start unknown")
  }

  @Test(arguments: [
    ("MET", Int64(60), true, true), ("MISSED", 61, true, true), ("UNVERIFIED", 60, false, true),
    ("UNKNOWN", 60, true, false),
  ])
  func theRecoveryVerdictIsComputed(verdict: String, minutes: Int64, isVerified: Bool, hasTier: Bool) {
    var material = Sample.material
    material.incident.times.resolved = TimePoint(Sample.at(minutes))
    material.incident.verification = isVerified ? "a check" : nil
    material.incident.tier = hasTier ? 1 : nil
    let recovery = PostMortem.draft(material).recovery
    #expect(recovery.verdict.rawValue == verdict)
    #expect(recovery.measured == .minutes(minutes))
    #expect(recovery.target == (hasTier ? .hours(1) : nil))
  }

  @Test func timeInEachSeverityAddsUp() {
    let draft = PostMortem.draft(Sample.material)
    #expect(draft.severities.map { "\($0.name) \($0.length.measured)" } == ["SEV2 6m", "SEV1 37m"])
    var material = Sample.material
    material.incident.severities.append(Interval(.sev2, from: Sample.at(40)))
    #expect(PostMortem.draft(material).severities.map { $0.length } == [.minutes(13), .minutes(30)])
    #expect(PostMortem.draft(material).severityReached == .sev1)
  }

  @Test(arguments: [
    (Int64(0), "0s"), (45, "45s"), (60, "1m"), (200, "3m 20s"), (3_600, "1h 00m"), (3_900, "1h 05m"),
    (183_600, "2d 3h"), (-5, "0s"),
  ])
  func lengthsRead(seconds: Int64, text: String) { #expect(Span.seconds(seconds).measured == text) }
}
