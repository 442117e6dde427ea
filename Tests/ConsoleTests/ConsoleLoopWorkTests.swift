import Console
import Glibc
import Screens
import Terminal
import TerminalTestSupport
import Testing

@Suite struct ConsoleLoopWorkTests {
  @Test func workComesBackAndIsPainted() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [.run { "rows" }, .run { "more" }]
      let run = ConsoleRun([[.enter]])
      var asked = false
      run.time.beforeWait = {
        // After the frame of the key, and at least one more because of the work.
        if run.frames >= 3, !asked {
          asked = true
          run.backend.type([.character("q")])
        }
      }
      #expect(run.run(program) == 0)
      let finished = run.program.notes.compactMap { if case .finished(let text) = $0 { text } else { nil } }
      #expect(!finished.isEmpty && Set(finished).isSubset(of: ["rows", "more"]))
    }
  }

  @Test func whatChangesNothingIsNotPainted() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [.runUnseen { "kept" }]
      let run = ConsoleRun()
      var before: Int?
      var after: Int?
      run.time.beforeWait = {
        let isFinished = run.program.notes.contains { if case .finished = $0 { true } else { false } }
        if before == nil {
          run.backend.type([.enter])
          before = run.frames
        } else if isFinished, after == nil {
          after = run.frames
          run.backend.type([.character("q")])
        }
      }
      #expect(run.run(program) == 0)
      // The frame of the key alone.
      #expect(after == before.map { $0 + 1 })
    }
  }

  @Test func whatAPersonWaitsForIsPaintedAtOnceAlsoInAStorm() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [.run { "acknowledged" }]
      let bell = ScriptedBell()
      let run = ConsoleRun()
      var framesBefore: Int?
      var paintedAt: Int64?
      run.time.beforeWait = {
        if run.time.turns <= 10 {
          bell.ring()
        } else if let framesBefore {
          // One frame for the key, one for what came of it.
          if run.frames >= framesBefore + 2, paintedAt == nil {
            paintedAt = run.time.now
            run.backend.type([.character("q")])
          }
        } else {
          framesBefore = run.frames
          run.backend.type([.enter])
        }
      }
      #expect(run.run(program, bell: bell) == 0)
      #expect(paintedAt == 0)
    }
  }

  @Test func inputDoesNotWaitForWorkAndQuittingCancelsIt() async throws {
    let (stream, open) = AsyncStream<Bool>.makeStream()
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [
        .run {
          // Ends by cancellation alone.
          try? await Task.sleep(for: .seconds(3_600))
          open.yield(Task.isCancelled)
          open.finish()
          return "late"
        }
      ]
      let run = ConsoleRun([[.enter], [.character("x")], [.character("q")]])
      #expect(run.run(program) == 0)
      #expect(run.keys == [.enter, .character("x"), .character("q")])
    }
    for await wasCancelled in stream { #expect(wasCancelled) }
  }

  @Test(arguments: [
    ("sed -i s/draft/final/", "finished: saved final text"), ("true", "finished: unchanged"),
    (" ", "finished: unchanged"),
  ])
  func theEditorsTextComesBack(editor: String, expected: String) async throws {
    let outcome = try await edit(editor, environment: ["EDITOR": "true"])
    switch outcome {
    case .saved(let text): #expect("finished: saved \(text)" == expected)
    case .unchanged: #expect("finished: unchanged" == expected)
    case .failed(let message): Issue.record("\(message)")
    }
  }

  @Test(arguments: ["false", "/no/such/editor", "kill -KILL $$;"])
  func aFailedEditorKeepsTheText(editor: String) async throws {
    guard case .failed(let message) = try await edit(editor) else {
      Issue.record("The failure was not seen.")
      return
    }
    let path = try #require(message.split(separator: " ").last.map { String($0.dropLast()) })
    #expect(path.hasSuffix(".md"))
    #expect(unlink(path) == 0)
  }

  @Test func anEditorHasNoSignalBlocked() async throws {
    let outcome = try await edit("grep SigBlk /proc/self/status >")
    #expect(outcome == .saved("SigBlk:\t0000000000000000\n"))
  }

  @Test func aSignalWhileTheEditorRunsEndsBoth() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [.edit(text: "t", suffix: "", then: { "\($0)" })]
      let run = ConsoleRun([[.enter]])
      let signals = ScriptedSignals()
      // Sent when the loop has looked for signals and is about to hand over the key.
      run.time.afterWait = { if run.keys.isEmpty { signals.send(.terminate) } }
      #expect(run.run(program, signals: signals, environment: ["VISUAL": "sleep 3600;"]) == 143)
      #expect(run.keys == [.enter])
      #expect(run.drafts != nil)
    }
  }

  @Test func aTextIsPrintedWithoutBordersUntilEnter() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.requests[.character("Y")] = [.printBorderless("kubectl rollout undo deploy/api")]
      let run = ConsoleRun([[.character("Y")], [.character("x")], [.enter], [.character("q")]])
      #expect(run.run(program) == 0)
      #expect(run.keys == [.character("Y"), .character("q")])
      guard case .printed(let text)? = run.backend.events.dropFirst(2).first else {
        Issue.record("Nothing was printed.")
        return
      }
      #expect(text.hasPrefix("\nkubectl rollout undo deploy/api\n"))
      #expect(run.backend.events.filter { $0 == .suspend || $0 == .resume } == [.suspend, .resume])
    }
  }

  private func edit(_ editor: String, environment: [String: String] = [:]) async throws -> EditOutcome {
    let (stream, sink) = AsyncStream<EditOutcome>.makeStream()
    try await onLoopThread {
      var program = Recorder()
      program.requests[.enter] = [
        .edit(text: "draft text", suffix: ".md/../") {
          sink.yield($0)
          sink.finish()
          return "edited"
        }
      ]
      program.quitsAfterFinished = true
      let run = ConsoleRun([[.enter]])
      #expect(run.run(program, environment: environment.merging(["VISUAL": editor]) { $1 }) == 0)
    }
    for await outcome in stream { return outcome }
    return .failed("The editor's outcome never came.")
  }
}
