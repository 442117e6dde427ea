import Console
import EventLog
import Glibc
import Screens
import Terminal
import TerminalTestSupport
import Testing

@Suite struct ConsoleLoopTimeTests {
  @Test func oneWakeUpAMinuteWhenMinutesShow() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.tickEvery = 60_000
      program.quitsAtTick = 600_000
      let run = ConsoleRun(now: 30_000)
      #expect(run.run(program) == 0)
      let ticks = (1...10).map { Recorder.Note.tick(Int64($0) * 60_000) }
      #expect(run.program.notes.filter { $0 != .painted }.dropFirst(2) == ticks[...])
      // One wait for each minute; the others do not wait: they see that no key came before the frame.
      #expect(run.time.waits.filter { $0 > 0 } == [30_000] + Array(repeating: 60_000, count: 9))
      #expect(run.frames == 10)
    }
  }

  @Test func waitsWithoutEndWhenNothingIsDue() async throws {
    try await onLoopThread {
      let run = ConsoleRun()
      var timeouts: [Int32] = []
      let backend = run.backend
      let system = ConsoleSystem(
        wait: { descriptors, timeout in
          timeouts.append(timeout)
          if timeout < 0 { backend.type([.character("q")]) }
          return poll(&descriptors, nfds_t(descriptors.count), 0)
        }, stop: {})
      let loop = ConsoleLoop(
        program: Recorder(), backend: backend, bell: nil, signals: nil, environment: [:], system: system,
        clock: { Instant(milliseconds: 0) }, saveDrafts: { _ in })
      #expect(loop.run() == 0)
      #expect(timeouts == [0, -1])
    }
  }

  @Test func theBackgroundPaintsAtMostTenTimesASecond() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.quitsAfterReadings = 400
      let bell = ScriptedBell()
      let run = ConsoleRun()
      run.time.beforeWait = {
        bell.ring()
        run.time.now += 5
      }
      #expect(run.run(program, bell: bell) == 0)
      #expect(run.frames > 1)
      #expect(run.frames <= Int(run.time.now / 100) + 2, "\(run.frames) frames in \(run.time.now) ms")
    }
  }

  @Test func changesThatNothingIsReadForArePacedAsWell() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.quitsAfterChanges = 400
      let bell = ScriptedBell()
      let run = ConsoleRun()
      run.time.beforeWait = {
        bell.ring()
        run.time.now += 5
      }
      #expect(run.run(program, bell: bell) == 0)
      // 400 changes, 5 ms apart: two seconds.
      #expect((19...22).contains(run.frames), "\(run.frames) frames")
    }
  }

  @Test func aKeyPaintsAtOnceAmongChanges() async throws {
    try await onLoopThread {
      let bell = ScriptedBell()
      let run = ConsoleRun()
      run.time.beforeWait = {
        bell.ring()
        run.time.now += 5
        if run.time.turns == 4 { run.backend.type([.down]) }
        if run.time.turns == 6 { run.backend.type([.character("q")]) }
      }
      #expect(run.run(Recorder(), bell: bell) == 0)
      #expect(run.backend.frames.contains { $0.text.hasPrefix("1 keys") })
    }
  }

  @Test func aProgramThatAsksForThePastGetsTenTicksASecond() async throws {
    try await onLoopThread {
      var program = Recorder()
      program.tickEvery = 1
      program.quitsAtTick = 1_000
      let run = ConsoleRun()
      #expect(run.run(program) == 0)
      let ticks = run.program.notes.count { if case .tick = $0 { true } else { false } }
      #expect(ticks <= 11)
    }
  }

  @Test func keysAfterAPauseFindTheTimeOfNow() async throws {
    try await onLoopThread {
      let run = ConsoleRun()
      run.time.whenIdle = [
        {
          run.time.now = 5_000
          run.backend.type([.character("q")])
        }
      ]
      #expect(run.run(Recorder()) == 0)
      #expect(run.program.notes.suffix(2) == [.tick(5_000), .key(.character("q"))])
    }
  }
}
