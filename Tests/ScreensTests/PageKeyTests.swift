import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// Waking somebody from the console: by a line that says what its Enter does.
@Suite struct PageKeyTests {
  private func world() throws -> TestWorld {
    var world = try TestWorld.afternoon()
    world.header.contacts = [
      Contact(name: "mira", channels: ["mail"]), Contact(name: "jon", channels: ["phones"], phone: "+49 30 1"),
    ]
    return world
  }

  @Test func threeKeysPageSomebodyWhoseNumberIsShown() throws {
    var script = ScreenScript(try world())
    script.press("p j")
    #expect(script.text.contains("Enter pages jon about #41 by phones. To dial by hand: +49 30 1."))
    #expect(script.sent.isEmpty)
    script.press("Enter")
    #expect(script.sentPages == [["jon"]])
  }

  @Test func anEnterFromBeforeTheWordsWereSeenPagesNobody() throws {
    var script = ScreenScript(try world())
    script.send(.key(.character("p")))
    script.send(.painted)
    script.send(.key(.character("j")))
    script.send(.key(.enter))
    #expect(script.sentPages.isEmpty)
    script.send(.painted)
    script.send(.key(.enter))
    #expect(script.sentPages == [["jon"]])
  }

  @Test func whoIsNotKnownIsNotPaged() throws {
    var script = ScreenScript(try world())
    script.press("p x Enter")
    #expect(script.sentPages.isEmpty && script.text.contains("oncall.yaml knows no x"))
  }

  @Test(
    arguments: [
      (
        PagingRow(level: 2, people: ["jon"], nextAt: IncidentStory.at("14:45"), nextLevel: 3, nextPeople: ["lea"]),
        "paging jon L2, next lea L3 in 13m"
      ),
      (PagingRow(nextAt: IncidentStory.at("14:32"), nextLevel: 1), "next nobody L1 now"),
      (
        PagingRow(heldBecause: "silence by lea: known", heldUntil: IncidentStory.at("15:00")),
        "kept back until 15:00, silence by lea: known"
      ),
      (
        PagingRow(
          level: 1, people: ["jon"],
          unpaged: [.init(contact: Contact(name: "jon", phone: "+49 30 1"), isUnknown: false, because: "busy")]),
        "NO PAGE to jon about #41: busy; dial +49 30 1"
      ),
      (PagingRow(), "nobody is paged yet"),
    ])
  func anIncidentThatNobodyHasSaysWhoIsPaged(_ paging: PagingRow, _ words: String) throws {
    var world = try world()
    world.header.wakesNobody = false
    let place = try #require(world.rows.firstIndex { $0.label == "41" })
    world.rows[place].paging = paging
    let script = ScreenScript(world, columns: 100, rows: 30)
    #expect(script.text.contains(words), "\(script.text)")
  }

  @Test func theScreensSayWhoWatches() throws {
    var world = try world()
    world.header.wakesNobody = false
    world.header.watcher = "this console"
    #expect(ScreenScript(world, columns: 100, rows: 30).text.contains("this console watches"))
  }
}

extension ScreenScript {
  /// The people of each page that was sent to the desk.
  fileprivate var sentPages: [[String]] {
    performed.compactMap { item in
      guard case .incident(_, let command, _) = item.command else { return nil }
      return (command as? PagePeople)?.people
    }
  }
}
