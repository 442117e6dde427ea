import Console
import EventLog
import Screens
import Terminal

/// One run of the loop over a terminal in memory, and what is left of it.
@TerminalActor final class ConsoleRun {
  let backend: MemoryBackend
  let time: ScriptedSystem
  private(set) var drafts: Recorder?
  private var loop: ConsoleLoop<Recorder>?

  init(_ script: [[Key]] = [], size: Size = Size(columns: 20, rows: 3), now: Int64 = 0) {
    backend = MemoryBackend(size: size, script: script)
    time = ScriptedSystem(now: now)
  }

  func run(
    _ program: Recorder, signals: ScriptedSignals? = nil, bell: ScriptedBell? = nil,
    environment: [String: String] = [:]
  ) -> Int32 {
    let loop = ConsoleLoop(
      program: program, backend: backend, bell: bell, signals: signals, environment: environment,
      system: time.system, clock: { Instant(milliseconds: self.time.now) }, saveDrafts: { self.drafts = $0 })
    self.loop = loop
    return loop.run()
  }

  /// As it is now, or as it was left.
  var program: Recorder { loop?.program ?? Recorder() }

  var keys: [Key] { program.notes.compactMap { if case .key(let key) = $0 { key } else { nil } } }
  var frames: Int { backend.frames.count }
}
