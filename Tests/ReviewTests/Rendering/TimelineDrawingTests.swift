import EventLog
import Foundation
import Incidents
import Testing

@testable import Review

struct TimelineDrawingTests {
  @Test(arguments: [
    (5, "11-21 14:00 14:01 14:02 14:03 14:04 14:05"), (47, "11-21 14:00 14:10 14:20 14:30 14:40"),
    (60 * 20, "11-21 15:00 18:00 21:00 11-22 00:00 03:00 06:00 09:00"),
    (60 * 24 * 5, "2026-11-22 2026-11-23 2026-11-24 2026-11-25 2026-11-26"),
  ])
  func theAxisCountsInStepsOfAPerson(minutes: Int64, expected: String) {
    let axis = TimeAxis(from: Sample.at(0), to: Sample.at(minutes), left: 104, right: 984)
    #expect(axis.ticks.map(\.label).joined(separator: " ") == expected)
  }

  @Test(arguments: [0, 1, 59, 3_600, 86_400, 40_000_000, 4_000_000_000])
  func theAxisHasRoomForItsLabels(seconds: Int64) {
    let axis = TimeAxis(from: Sample.start, to: Sample.start + .seconds(seconds), left: 104, right: 984)
    let places = axis.ticks.map { axis.x($0.at) }
    #expect((1...10).contains(places.count))
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 80 })
    #expect(axis.x(Sample.at(-600)) == 104 && axis.x(.init(milliseconds: .max / 4)) == 984)
  }

  @Test func namesTheFiveTimesWithoutOverlap() {
    let drawing = TimelineDrawing(PostMortem.draft(Sample.material))
    #expect(
      drawing.times.map(\.text) == [
        "impact start ~14:00", "detected 14:04", "declared 14:07", "mitigated 14:31", "resolved 14:47",
      ])
    for (index, one) in drawing.times.enumerated() {
      for other in drawing.times.dropFirst(index + 1) where other.row == one.row {
        #expect(other.x - one.x >= one.text.count * 7 || other.isLeft)
      }
    }
  }

  @Test func timesAtOneMomentStandBeneathEachOther() {
    var material = Sample.material
    let at = TimePoint(Sample.at(4))
    material.incident.times = IncidentTimes(
      impactStarted: at, detected: at, declared: at, mitigated: at, resolved: at)
    let times = TimelineDrawing(PostMortem.draft(material)).times
    #expect(times.map(\.row) == [0, 1, 2, 3, 4])
  }

  @Test func promisesAreToldByShapeAndWord() throws {
    let svg = try #require(TimelineDrawing(PostMortem.draft(Sample.material)).svg)
    #expect(svg.components(separatedBy: "<title>kept</title>").count == 4)
    #expect(svg.components(separatedBy: "<title>broken</title>").count == 3)
    #expect(svg.contains(">kept</text>") && svg.contains(">broken</text>"))
    #expect(svg.contains(">promise kept</text>") && svg.contains(">promise broken</text>"))
  }

  @Test func whatLiesFarOutsideIsCountedInWords() throws {
    var material = Sample.material
    material.entries.append(Sample.entry(20, "note", "mira", Sample.at(60 * 24 * 9), "cleaned up"))
    material.incident.deadlines.append(
      Deadline(kind: Clocks.review, dueAt: Sample.at(60 * 24 * 3), metAt: Sample.at(60), rule: "review"))
    let drawing = TimelineDrawing(PostMortem.draft(material))
    #expect(drawing.notes == "Outside of the time drawn: 1 entry and 1 promise; the text has them.")
    #expect(drawing.axis.to < Sample.at(75))
  }

  @Test func anIncidentThatGoesOnIsDrawnAsFarAsItIsKnown() throws {
    var material = Sample.material
    material.incident.times = IncidentTimes()
    let drawing = TimelineDrawing(PostMortem.draft(material))
    #expect(drawing.axis.from <= Sample.at(4) && drawing.axis.to >= Sample.at(45))
    #expect(drawing.svg?.contains("class=\"time\"") == false)
  }
}
