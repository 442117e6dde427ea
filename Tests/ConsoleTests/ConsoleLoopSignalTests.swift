import Console
import Screens
import Terminal
import TerminalTestSupport
import Testing

@Suite struct ConsoleLoopSignalTests {
  @Test(
    arguments: [(.terminate, 143), (.hangUp, 129), (.interrupt, 130), (.quit, 131)] as [(TerminalProcessSignal, Int32)])
  func endsWithTheSignalAndSavesDrafts(signal: TerminalProcessSignal, code: Int32) async throws {
    try await onLoopThread {
      let run = ConsoleRun()
      #expect(run.run(Recorder(), signals: ScriptedSignals([signal])) == code)
      #expect(run.drafts != nil)
      #expect(run.backend.events.last == .close)
    }
  }

  @Test func aGoneTerminalEndsAtOnceAfterTheKeysThatCame() async throws {
    try await onLoopThread {
      let run = ConsoleRun([[.character("x")]])
      run.backend.hangUp()
      #expect(run.run(Recorder()) == 129)
      #expect(run.keys == [.character("x")])
      #expect(run.drafts?.notes.contains(.key(.character("x"))) == true)
    }
  }

  @Test func aNewSizeIsPaintedAtThatSize() async throws {
    try await onLoopThread {
      let run = ConsoleRun()
      run.backend.nextSize = Size(columns: 1, rows: 1)
      let signals = ScriptedSignals([.windowChange])
      run.time.whenIdle = [{ run.backend.type([.character("q")]) }]
      #expect(run.run(Recorder(), signals: signals) == 0)
      #expect(run.backend.frames.map(\.size) == [Size(columns: 20, rows: 3), Size(columns: 1, rows: 1)])
      #expect(run.program.notes.contains(.resized(Size(columns: 1, rows: 1))))
    }
  }

  @Test(arguments: [true, false])
  func suspendsForRealAndComesBack(byKey: Bool) async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.control("z")] = [.suspend]
      let run = ConsoleRun(byKey ? [[.control("z")]] : [])
      let signals = ScriptedSignals(byKey ? [] : [.stop])
      run.backend.nextSize = Size(columns: 30, rows: 4)
      // The shell's continuation arrives as a signal, too, and must not count again.
      run.time.onStop = { signals.send(.resume) }
      run.time.whenIdle = [{ run.backend.type([.character("q")]) }]
      #expect(run.run(program, signals: signals) == 0)
      #expect(run.time.stops == 1)
      #expect(run.backend.events == [.frame, .suspend, .resume, .frame, .close])
      #expect(run.backend.frames.last?.size == Size(columns: 30, rows: 4))
    }
  }

  @Test func continuedByAnotherPaintsAnew() async throws {
    try await onLoopThread {
      let run = ConsoleRun()
      run.time.whenIdle = [{ run.backend.type([.character("q")]) }]
      #expect(run.run(Recorder(), signals: ScriptedSignals([.resume])) == 0)
      #expect(run.time.stops == 0)
      #expect(run.backend.events == [.frame, .suspend, .resume, .frame, .close])
    }
  }
}
