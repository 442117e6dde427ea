import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// The timeline of a room: the newest below, the selected one always seen, earlier ones fetched when wanted.
@Suite struct RoomTests {
  private func script(entries: Int, earlier: Int = 0, columns: Int = 80) throws -> ScreenScript {
    var world = try TestWorld.afternoon()
    let id = StreamID("incident", "n42")
    world.details[id]?.timeline = (0..<entries).map { place in
      TimelineRow(
        id: EventID(node: "t", sequence: Int64(place + 1)), kind: "timeline.noted", label: "note", person: "mira",
        happenedAt: world.now - .minutes(Int64(entries - place)),
        recordedAt: world.now - .minutes(Int64(entries - place)),
        text: "entry number \(place) " + String(repeating: "and more ", count: place % 17))
    }
    var script = ScreenScript(world, columns: columns)
    script.press("j j Enter")
    return script
  }

  @Test func theNewestIsSeenFirstAndIsFollowed() throws {
    var script = try script(entries: 100)
    #expect(script.text.contains("entry number 99"))
    let id = StreamID("incident", "n42")
    script.world.details[id]?.timeline.append(
      TimelineRow(
        id: EventID(node: "t", sequence: 500), kind: "timeline.noted", label: "note", person: "jon",
        happenedAt: script.world.now, recordedAt: script.world.now, text: "the very last"))
    script.send(.changed)
    #expect(script.text.contains("the very last"))
  }

  @Test(arguments: [40, 80, 120])
  func theSelectedEntryIsAlwaysSeen(columns: Int) throws {
    var script = try script(entries: 100, columns: columns)
    for key in ["k k k k k", "^U", "k", "^D", "j", "g", "j j", "G", "k"] {
      script.press(key)
      let selected = try #require(script.state.selectedEntry)
      let words = selected.text.split(separator: " ").prefix(3).joined(separator: " ")
      let marked = script.text.split(separator: "\n").first { $0.hasPrefix(">") }
      #expect(marked?.contains(words) == true, "\(words) is not marked after \(key)")
    }
  }

  @Test func aSelectionStaysWhereNewEntriesCome() throws {
    var script = try script(entries: 60)
    script.press("k k k")
    let selected = script.state.selectedEntry?.id
    let id = StreamID("incident", "n42")
    script.world.details[id]?.timeline.append(
      TimelineRow(
        id: EventID(node: "t", sequence: 500), kind: "timeline.noted", label: "note", person: "jon",
        happenedAt: script.world.now, recordedAt: script.world.now, text: "the very last"))
    script.send(.changed)
    #expect(script.state.selectedEntry?.id == selected)
  }

  @Test func earlierEntriesComeAtTheTop() throws {
    var script = try script(entries: 300)
    #expect(script.state.entries.count == 200)
    script.press("g")
    #expect(script.state.entries.count == 300)
    #expect(script.state.selectedEntry?.text.hasPrefix("entry number 100 ") == true)
    script.press("g")
    #expect(script.text.contains("entry number 0"))
  }

  @Test func marksAndDaysAreShown() throws {
    var script = try script(entries: 3)
    let id = StreamID("incident", "n42")
    script.world.details[id]?.timeline[0].happenedAt = IncidentStory.at("20T23:50")
    script.world.details[id]?.timeline[0].recordedAt = IncidentStory.at("20T23:50")
    script.world.details[id]?.timeline[0].isPinned = true
    script.world.details[id]?.timeline[1].isHidden = true
    script.world.details[id]?.timeline[1].correctedBy = EventID(node: "test", sequence: 99)
    script.world.details[id]?.timeline[2].precision = .approximate
    script.send(.changed)
    for part in ["Fri 20 Nov", " * 23:50", " - 14:30", "(corrected)", "~14:31", "Sat 21 Nov"] {
      #expect(script.text.contains(part), "\(part)")
    }
  }

  @Test func aNoteIsShownBeforeItIsAnswered() throws {
    var script = try script(entries: 5)
    script.press("l")
    script.type("written just now")
    script.press("Enter")
    let line = script.text.split(separator: "\n").first { $0.contains("written just now") }
    #expect(line?.contains("…") == true)
  }

  @Test func theFactsHaveAPageOfTheirOwn() throws {
    var script = try script(entries: 5)
    #expect(!script.text.contains("Clocks"))
    script.press("Tab")
    #expect(script.text.contains("Clocks") && !script.text.contains("entry number"))
    script.press("G")
    #expect(script.text.contains("https://meet.example/42"))
    script.press("Tab")
    #expect(script.text.contains("entry number 4"))
  }
}
