import Commands
import Comms
import EventLog
import Incidents
import Testing

@testable import Screens

/// Writing what people are told.
@Suite struct MessageScreenTests {
  private func open(_ keys: String = "j j c", _ world: TestWorld? = nil) throws -> ScreenScript {
    var script = ScreenScript(try world ?? TestWorld.telling())
    script.press(keys)
    return script
  }

  @Test func theTextFollowsEachKeyAndTheCheckWithIt() throws {
    var script = try open("j j c Tab")
    #expect(script.text.contains("Nothing to say against it."))
    script.type("db-prod-01 is down")
    #expect(script.text.contains("Investigating: db-prod-01 is down"))
    #expect(script.text.contains("check internal name \"db-prod-01\""))
    for _ in 0..<18 { script.press("Backspace") }
    #expect(script.text.contains("Nothing to say against it."))
  }

  @Test func eachAudienceHasItsOwnWordsAndTheyAreKept() throws {
    var script = try open()
    script.type("inside")
    script.press("Tab")
    script.type("outside")
    script.press("^G q")
    #expect(script.state.place == .list && script.state.drafts.count == 2)
    script.press("c")
    #expect(script.text.contains("tell the team: inside") && script.text.contains("Kept from before"))
    script.press("Tab")
    #expect(script.text.contains("tell the public: outside"))
    script.press("^U ^G q c Tab")
    #expect(!script.text.contains("outside"))
  }

  @Test func aGapIsAskedForBeforeItGoes() throws {
    var script = try open("c")
    #expect(script.text.contains("BLOCKS gap \"{{impact}}\""))
    script.type("redis is down")
    script.press("Enter")
    #expect(script.text.contains("What do people notice?"))
    script.type("Carts are lost")
    script.press("Enter")
    // Said once, it is the incident's.
    #expect(script.sent.last == "n41 impact Carts are lost")
    script.press("Enter")
    #expect(script.text.contains("To the team by team-chat.") || script.text.contains("Who commands?"))
  }

  @Test func whoseGapStaysEmptyIsToldSo() throws {
    let script = try open("c Enter Enter")
    #expect(script.sent.isEmpty)
    #expect(script.text.contains("BLOCKS gap"))
  }

  @Test func whatIsRefusedComesBackToBeMended() throws {
    var script = try open()
    script.type("We roll back 412.")
    script.press("Enter Enter")
    #expect(script.state.drafts.isEmpty)
    script.answer(.failure(Trouble(.refused, "tom told them at 14:31.")))
    #expect(script.state.drafts.values.map { $0 } == ["We roll back 412."])
    script.press("c")
    #expect(script.text.contains("tell the team: We roll back 412."))
  }

  @Test func itIsApprovedMarkedAndHandedOver() throws {
    var script = try open("j j c Tab")
    script.type("Some checkouts fail.")
    script.press("^G A")
    #expect(script.sent.last == "n42 approve public: Investigating: Some checkouts fail.\n\nWha")
    script.press("M 1")
    #expect(script.sent.last?.hasPrefix("n42 tell public by hosted (0 letters)") == true, "\(script.sent)")
    script.press("H")
    script.type("jo")
    script.press("Enter")
    #expect(script.sent.last == "n42 delegate jon: write to the public: Some checkouts fail. -")
    script.press("Y")
    guard case .printBorderless(let text)? = script.effects.last else {
      Issue.record("nothing was printed")
      return
    }
    #expect(text.hasPrefix("Investigating: Some checkouts fail."))
  }

  @Test func approvedTextGoesAsItWasApproved() throws {
    var script = try open("j j c Tab", try TestWorld.approved())
    #expect(script.text.contains("Approved by lea.") && script.text.contains("Next update by 14:45 UTC"))
    script.press("Enter 4 2 Enter")
    #expect(
      script.sent.count == 1 && script.sent[0].contains("tell public by hosted (1 letters): Next update by 14:45"))
    var other = try open("j j c Tab", try TestWorld.approved())
    other.type("Something else.")
    #expect(!other.text.contains("Approved by lea.") && other.text.contains("It wants the word of lea"))
  }

  @Test func whereNothingSendsItIsRecordedAsCarried() throws {
    var script = try open("j j c", try TestWorld.afternoon())
    #expect(script.text.contains("By hand: slack."))
    script.press("Enter")
    #expect(script.text.contains("Nothing sends to the team by itself"))
    script.press("Enter")
    #expect(script.sent.count == 1 && script.sent[0].contains("tell internal by slack (0 letters)"))
  }

  @Test func leavingSaysThatNobodyWritesAnyMore() throws {
    let script = try open("j j c ^G q")
    #expect(script.writes == ["n42 internal", "n42 internal over"] && script.state.place == .list)
  }

  @Test func nothingIsWrittenWhereNothingMayBeChanged() throws {
    var script = ScreenScript(try TestWorld.telling(), isReadOnly: true)
    script.press("j j c")
    #expect(script.state.place == .list && script.text.contains("read-only") && script.writes.isEmpty)
  }
}
