import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// Half a line is never lost: not by leaving it, not by a crash, not by a refusal.
@Suite struct LineDraftTests {
  private func begun(_ keys: String, _ words: String) throws -> ScreenScript {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press(keys)
    script.type(words)
    return script
  }

  @Test(arguments: [
    ("n", "SEV2 api: down"), ("j j Enter d", "jon check lag 3m"), ("j j Enter N", "bad | look"),
    ("j j Enter D p", "roll back"), ("j j r N", "ratio falls"), ("j j s 4", "only staging"), ("2 o", "jon"),
    ("j j Enter l", "a note"),
  ])
  func whatIsBeingTypedIsThereAgainElsewhere(keys: String, words: String) throws {
    let script = try begun(keys, words)
    #expect(script.state.allDrafts.values.sorted() == [words])
    // The program goes without a word; another one is given what was kept.
    var other = ScreenScript(try TestWorld.afternoon())
    other.state.drafts = script.state.allDrafts
    other.press(keys)
    #expect(other.state.openDraft?.text == words, "\(other.state.allDrafts)")
    #expect(other.text.contains("kept from before") || other.text.contains("Kept from before"))
    other.press("^U")
    #expect(other.state.allDrafts.isEmpty)
  }

  @Test func leavingKeepsItAndSendingDropsIt() throws {
    var script = try begun("j j Enter d", "jon check lag 3m")
    script.press("Esc")
    #expect(script.text.contains("What was typed is kept"))
    script.press("q k Enter d")
    #expect(script.state.openDraft?.text == "")
    script.press("Esc q j Enter d Enter")
    #expect(script.sent == ["n42 delegate jon: check lag 3m"] && script.state.allDrafts.isEmpty)
    script.answer(.failure(Trouble(.refused, "No.")))
    script.press("d")
    #expect(script.state.openDraft?.text == "jon check lag 3m")
  }

  @Test func aReasonIsNoName() throws {
    var script = try begun("j j s 4", "only staging")
    script.press("Esc s 3")
    #expect(script.state.openDraft?.text != "only staging")
    script.press("Esc s 4")
    #expect(script.state.openDraft?.text == "only staging")
  }

  @Test func placesHaveNamesWithoutBlanks() throws {
    let place = DraftPlace.line("oncall.override", about: "primary 1700")
    #expect(place.name == "oncall.override|primary_1700" && DraftPlace(name: place.name) == place)
    #expect(DraftPlace(name: "") == nil && DraftPlace(name: "a b") == nil)
    #expect(DraftPlace.composer(StreamID("incident", "n1")).name == "incident:n1")
  }
}
