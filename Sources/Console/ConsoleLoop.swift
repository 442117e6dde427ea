package import EventLog
import Glibc
import Screens
package import Terminal

/// The console's loop: keys, signals, the ledger's bell, finished work and the time go into a program, and frames come
/// out. It owns the thread that it runs on, waits in `poll()` alone, and wakes for nothing that is not due.
@TerminalActor package final class ConsoleLoop<Program: ConsoleProgram> {
  package internal(set) var program: Program
  let backend: any TerminalBackend
  let signals: (any SignalSource)?
  let environment: [String: String]
  let system: ConsoleSystem
  private let bell: (any ChangeBell)?
  private let clock: () -> Instant
  private let saveDrafts: (Program) -> Void

  let workers = WorkThreads()
  var pace = FramePace()
  /// The exit code, once there is one.
  var ending: Int32?
  var tasks: [Int: Task<Void, Never>] = [:]
  var lastTask = 0
  /// Whether what is being handled is something that a person waits for.
  var isAwaited = false
  private var tickDue: Instant?
  private var lastTick: Instant?
  private var owesPainted = false
  private var bellIsBroken = false

  /// - Parameters:
  ///   - program: where it starts from.
  ///   - backend: taken already; the loop gives it back at its end.
  ///   - bell: tells of changes in the ledger; nil for none.
  ///   - signals: of this process; nil to hear none. `ProcessSignals.block()` comes first, before any thread.
  ///   - environment: `VISUAL`, `EDITOR`, `TMPDIR` and the like.
  ///   - clock: the time now.
  ///   - saveDrafts: called before the console ends by a signal or because its terminal has gone.
  package init(
    program: Program, backend: any TerminalBackend, bell: (any ChangeBell)?, signals: (any SignalSource)?,
    environment: [String: String], system: ConsoleSystem = .live, clock: @escaping () -> Instant,
    saveDrafts: @escaping (Program) -> Void
  ) {
    self.program = program
    self.backend = backend
    self.bell = bell
    self.signals = signals
    self.environment = environment
    self.system = system
    self.clock = clock
    self.saveDrafts = saveDrafts
  }

  /// Runs until the program quits, a signal ends it, or the terminal goes.
  /// - Returns: the exit code: the program's own, or 128 plus the number of the signal.
  package func run() -> Int32 {
    whileAwaited {
      perform(.resized(backend.size))
      tick(clock())
    }
    pace.wishNow()
    while ending == nil {
      paintIfDue()
      turn()
    }
    backend.close()
    for task in tasks.values { task.cancel() }
    return ending ?? 0
  }

  /// Waits for something to happen and handles all that has.
  private func turn() {
    let input = backend.inputDescriptor
    var waiting = [input, signals?.descriptor ?? -1, TerminalActor.executor.descriptor, bellDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if system.wait(&waiting, timeout()) < 0 {
      // Anything but an interruption will not get better by waiting again.
      if errno != EINTR { end(by: .hangUp) }
      return
    }
    let now = clock()
    if let due = tickDue, due <= now { tick(now) }
    if waiting[1].revents != 0 { handleSignals() }
    if waiting[2].revents != 0 { TerminalActor.executor.drain() }
    if waiting[3].revents != 0 { handleBell(waiting[3].revents) }
    if waiting[0].revents != 0 {
      handleInput(waiting[0].revents, now: now)
    } else if owesPainted {
      owesPainted = false
      // What a key called for beyond its picture is asked now, and is awaited as the key was.
      whileAwaited { perform(.painted) }
    }
    // Before the rest of the work: somebody who pressed a key waits for this.
    if ending == nil { paintIfDue() }
    scheduleTick(now)
  }

  private func timeout() -> Int32 {
    if ending != nil || owesPainted { return 0 }
    let now = clock()
    let spans = [tickDue.map { $0 - now }, pace.delay(now: now)].compactMap { $0 }
    guard let shortest = spans.min() else { return -1 }
    return Int32(clamping: max(0, shortest.milliseconds))
  }

  private func paintIfDue() {
    let now = clock()
    guard let delay = pace.delay(now: now), delay == .zero else { return }
    backend.present(program.view(size: backend.size))
    pace.painted(at: now)
    owesPainted = true
  }

  private func tick(_ now: Instant) {
    lastTick = now
    perform(.tick(now))
    pace.wishSoon()
    scheduleTick(now)
  }

  /// A program that asks for the past, or for more than the screen can show, gets ten a second.
  private func scheduleTick(_ now: Instant) {
    tickDue = program.nextTick(after: now).map { max($0, (lastTick ?? now) + FramePace.shortest) }
  }

  private func handleInput(_ readiness: Int16, now: Instant) {
    let input = backend.read()
    if !input.keys.isEmpty {
      if let lastTick, now - lastTick >= .seconds(1) || now < lastTick { tick(now) }
      whileAwaited { for key in input.keys where ending == nil { perform(.key(key)) } }
      pace.wishNow()
    }
    let isGone = readiness & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    if ending == nil, input.hasHungUp || (isGone && input.keys.isEmpty) { end(by: .hangUp) }
  }

  private var bellDescriptor: Int32 { bellIsBroken ? -1 : bell?.fileDescriptor ?? -1 }

  private func handleBell(_ readiness: Int16) {
    // A bell that can no longer ring would be ready for ever.
    if readiness & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { bellIsBroken = true }
    guard bell?.drain() == true else { return }
    // Where the program goes to read what is new, the picture changes with the answer; a frame before that would
    // only use up the turn of the one that matters.
    if !perform(.changed) { pace.wishSoon() }
  }

  private func handleSignals() {
    while ending == nil, let signal = signals?.next() {
      switch signal {
      case .windowChange: measure()
      case .stop: suspend()
      case .resume: reenter()
      case .terminate, .hangUp, .interrupt, .quit: end(by: signal)
      }
    }
  }

  func measure() {
    backend.measure()
    perform(.resized(backend.size))
    pace.wishNow()
  }

  /// Gives the terminal back, stops for real, and comes back with a whole new picture.
  func suspend() {
    backend.suspend()
    system.stop()
    comeBack()
    // Our own continuation; a second picture because of it would only flicker.
    while ending == nil, let signal = signals?.next() { if signal.ends { end(by: signal) } }
  }

  /// Continued by somebody else, who may have written on the screen and changed the terminal's modes.
  private func reenter() {
    backend.suspend()
    comeBack()
  }

  /// Takes the terminal again after it was given back.
  func comeBack() {
    backend.resume()
    perform(.resized(backend.size))
    tick(clock())
    pace.wishNow()
  }

  func end(by signal: TerminalProcessSignal) {
    saveDrafts(program)
    ending = signal.exitCode
  }
}
