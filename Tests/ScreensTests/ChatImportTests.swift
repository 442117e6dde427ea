import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// A chat that is pasted: read, looked at, and only then recorded.
@Suite struct ChatImportTests {
  private func script() throws -> ScreenScript {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j Enter L")
    return script
  }

  private func imported(_ script: ScreenScript) -> ImportChat? {
    guard case .incident(_, let command, _)? = script.performed.last?.command else { return nil }
    return command as? ImportChat
  }

  @Test func aPasteIsShownAndEnterRecordsIt() throws {
    var script = try script()
    #expect(script.text.contains("Paste the chat here"))
    script.send(.key(.paste("[14:02] lea: rolled back\n[14:03] jon: it falls\n")))
    #expect(script.text.contains("lea rolled back") && script.text.contains("Enter records 2 lines on #42"))
    #expect(script.sent.isEmpty)
    script.press("Enter")
    #expect(imported(script)?.lines.map(\.person) == ["lea", "jon"])
    #expect(imported(script)?.source == "chat")
  }

  @Test func enterAloneAndWhatCannotBeReadRecordNothing() throws {
    var script = try script()
    script.press("Enter a s")
    script.send(.key(.paste("nothing of a chat")))
    #expect(script.text.contains("No line in it says who said what and when"))
    script.press("Enter q")
    #expect(script.sent.isEmpty && script.text.contains("Nothing was taken over."))
  }

  @Test func aWholeImportIsTakenBackOnceAskedWithItsCount() throws {
    var world = try TestWorld.afternoon()
    let id = world.rows[2].id
    world.details[id]?.undoable = "12 lines of chat that you took over"
    world.details[id]?.undoableEntries = 12
    var script = ScreenScript(world)
    script.press("j j Enter u")
    #expect(script.text.contains("This takes back 12 lines of chat that you took over.") && script.sent.isEmpty)
    script.press("q")
    #expect(script.sent.isEmpty)
    script.press("u Enter")
    #expect(script.performed.count == 1)
  }

  @Test func hostileWordsAreShownClean() throws {
    var script = try script()
    script.send(.key(.paste("14:02 lea: \u{1B}]0;x\u{7}\u{202E}evil")))
    #expect(!script.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
  }

  @Test func historyIsTurnedThroughByLettersToo() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    for text in ["one", "two"] {
      script.press("l")
      script.type(text)
      script.press("Enter")
    }
    script.press("l ^P ^P")
    #expect(script.state.openDraft?.text == "one")
    script.press("^N")
    #expect(script.state.openDraft?.text == "two")
  }
}
