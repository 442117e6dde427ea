import Console
import EventLog
import Screens
import Synchronization
import Terminal
import TerminalTestSupport
import Testing

@Suite struct ConsoleLoopTests {
  @Test func beginsWithSizeAndTimeAndPaints() async throws {
    try await onLoopThread {
      let run = ConsoleRun([[.character("q")]], now: 42)
      #expect(run.run(Recorder()) == 0)
      #expect(run.program.notes == [.resized(Size(columns: 20, rows: 3)), .tick(42), .key(.character("q"))])
      #expect(run.backend.frames.map(\.text) == ["0 keys\n\n"])
      #expect(run.backend.events.last == .close)
      #expect(run.drafts == nil)
    }
  }

  @Test func keysThatWaitShareOneFrame() async throws {
    try await onLoopThread {
      let run = ConsoleRun([[.down, .down, .up], [.character("x")], [.character("q"), .character("z")]])
      #expect(run.run(Recorder()) == 0)
      #expect(run.keys == [.down, .down, .up, .character("x"), .character("q")])
      #expect(run.backend.frames.map(\.text) == ["0 keys\n\n", "3 keys\n\n", "4 keys\n\n"])
    }
  }

  @Test func controlCIsAKey() async throws {
    try await onLoopThread {
      let run = ConsoleRun([[.control("c"), .character("q")]])
      #expect(run.run(Recorder()) == 0)
      #expect(run.keys.first == .control("c"))
    }
  }

  @Test func paintedComesWhenNoEarlierKeyIsLeft() async throws {
    try await onLoopThread {
      let run = ConsoleRun([[.character("a")], [.character("b")]])
      run.time.whenIdle = [{ run.backend.type([.character("q")]) }]
      #expect(run.run(Recorder()) == 0)
      #expect(
        run.program.notes.dropFirst(2) == [
          .key(.character("a")), .key(.character("b")), .painted, .key(.character("q")),
        ])
    }
  }

  @Test func quitGivesItsCode() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [.quit(3), .ring]
      let run = ConsoleRun([[.enter]])
      #expect(run.run(program) == 3)
      #expect(!run.backend.events.contains(.signal(.bell)))
    }
  }

  @Test func requestsReachTheTerminal() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [.ring, .repaint, .announce(title: "t", notification: "n")]
      let run = ConsoleRun([[.enter], [.character("q")]])
      #expect(run.run(program) == 0)
      #expect(
        run.backend.events == [
          .frame, .signal(.bell), .repaint, .signal(.title("t")), .signal(.notify("n")), .frame, .close,
        ])
    }
  }
}
