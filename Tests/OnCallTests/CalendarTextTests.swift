import EventLog
import Testing

@testable import OnCall

@Suite struct CalendarTextTests {
  private func schedule(_ members: [String]) throws -> Schedule {
    Rota(people: [], rotations: [try weekly(members: members)]).schedule
  }

  private func calendar(_ name: String = "On call") throws -> CalendarText {
    CalendarText(name: name, stamp: try instant("2026-01-01T00:00:00Z"))
  }

  @Test func aShiftIsAnEventInUTC() throws {
    let shifts = try schedule(["mira", "jon"]).shifts(
      from: try instant("2026-03-24T00:00:00Z"), to: try instant("2026-03-25T00:00:00Z"))
    let text = try calendar().write(shifts)
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nPRODID:") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.contains("\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"))
    #expect(text.contains("\r\nDTSTART:20260323T080000Z\r\nDTEND:20260330T070000Z\r\n"))
    #expect(text.contains("\r\nDTSTAMP:20260101T000000Z\r\n"))
    #expect(text.components("BEGIN:VEVENT") == 2)
    #expect(!text.contains("VALARM"))
    #expect(text.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { !$0.contains("\n") })
    var alarmed = try calendar()
    alarmed.alarm = .minutes(15)
    #expect(alarmed.write(shifts).contains("\r\nTRIGGER:-PT15M\r\n"))
  }

  @Test func aShiftKeepsItsNameInEveryExport() throws {
    let schedule = try schedule(["mira", "jon"])
    let early = schedule.shifts(from: try instant("2026-03-23T08:00:00Z"), to: try instant("2026-04-30T00:00:00Z"))
    let late = schedule.shifts(from: try instant("2026-03-29T00:00:00Z"), to: try instant("2026-05-30T00:00:00Z"))
    let known = Set(early.filter { !$0.isGap }.map(CalendarText.identifier))
    #expect(known.count == early.filter { !$0.isGap }.count)
    #expect(late.filter { !$0.isGap }.prefix(6).allSatisfy { known.contains(CalendarText.identifier(of: $0)) })
  }

  @Test func linesAreFoldedAtSeventyFiveOctetsBetweenCharacters() {
    for text in [
      String(repeating: "x", count: 300), String(repeating: "ü", count: 200), "a" + String(repeating: "🚒", count: 90),
    ] {
      let folded = CalendarText.folded(text)
      let lines = folded.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.count > 1 && lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(lines.dropFirst().allSatisfy { $0.first == " " })
      #expect(folded.replacing("\r\n ", with: "") == text)
    }
    #expect(CalendarText.folded(String(repeating: "x", count: 75)).utf8.count == 75)
    #expect(CalendarText.folded("") == "")
  }

  @Test(arguments: [
    ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("one\ntwo", "one\\ntwo"), ("\\n", "\\\\n"), ("bell\u{7}\rend", "bellend"),
    ("", ""),
  ])
  func textIsEscaped(_ text: String, _ expected: String) {
    #expect(CalendarText.escaped(text) == expected)
  }

  @Test func gapsAreNotEvents() throws {
    let text = try calendar("x").write(
      Rota.empty.schedule.shifts(from: try instant("2026-03-24T00:00:00Z"), to: try instant("2026-03-25T00:00:00Z")))
    #expect(!text.contains("VEVENT"))
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
