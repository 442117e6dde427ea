import Commands
import EventLog
import Testing

@testable import Screens

/// The columns of a timeline stay in line whoever writes.
@Suite struct ActorColumnTests {
  private static func row(
    _ person: String, _ assurance: Assurance = .verified, label: String = "note", place: Int = 0
  ) -> TimelineRow {
    let at = IncidentStory.at("14:00") + .minutes(Int64(place))
    return TimelineRow(
      id: EventID(node: "t", sequence: Int64(place + 1)), kind: "timeline.noted", label: label, person: person,
      assurance: assurance, happenedAt: at, recordedAt: at, text: "here the text begins")
  }

  static let names: [(String, Assurance, String)] = [
    ("lea", .verified, "lea"), ("lea", .asserted, "lea?"), ("alertmanager", .machine, "alerts"),
    ("alertmanager", .asserted, "alertmanag…?"), ("wilhelmina-of-ops", .verified, "wilhelmina-…"),
  ]

  @Test(arguments: names)
  func namesAreShort(person: String, assurance: Assurance, shown: String) {
    #expect(Self.row(person, assurance).shortPerson(glyphs: .unicode) == shown)
  }

  @Test(arguments: [80, 120])
  func textsBeginInOneColumn(columns: Int) throws {
    var world = try TestWorld.afternoon()
    world.details[StreamID("incident", "n41")]?.timeline = [
      Self.row("alertmanager", .machine, label: "alert"), Self.row("lea", label: "observation", place: 1),
      Self.row("alertmanager", .asserted, place: 2), Self.row("wilhelmina-of-ops", label: "action", place: 3),
    ]
    var script = ScreenScript(world, columns: columns)
    for key in ["", "Enter"] {
      if !key.isEmpty { script.press(key) }
      let starts = script.text.split(separator: "\n").compactMap { line in
        line.ranges(of: "here the text").first.map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      }
      #expect(starts.count == 4)
      #expect(Set(starts).count == 1, "\(script.text)")
    }
  }
}
