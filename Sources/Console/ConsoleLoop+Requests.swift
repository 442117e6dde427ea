import EventLog
import Glibc
import Screens
import Terminal

extension ConsoleLoop {
  /// Hands an event to the program and carries out what it asks for.
  /// - Returns: whether it asked for anything.
  @discardableResult
  func perform(_ event: ConsoleEvent<Program.Message>) -> Bool {
    let requests = program.handle(event)
    for request in requests where ending == nil { carryOut(request) }
    return !requests.isEmpty
  }

  private func carryOut(_ request: ConsoleRequest<Program.Message>) {
    switch request {
    case .quit(let code): ending = code
    case .suspend: suspend()
    case .repaint:
      backend.repaint()
      pace.wishNow()
    case .ring: backend.send(.bell)
    case .announce(let title, let notification):
      if let title { backend.send(.title(title)) }
      if let notification { backend.send(.notify(notification)) }
    case .run(let work): start(work, wish: isAwaited ? .atOnce : .soon)
    case .runUnseen(let work): start(work, wish: .none)
    case .edit(let text, let suffix, let then): edit(text, suffix: suffix, then: then)
    case .printBorderless(let text): printBorderless(text)
    }
  }

  /// The work runs in a task of its own; only its result comes to this thread, by the executor's mailbox.
  private func start(_ work: @escaping @Sendable () async -> Program.Message, wish: FrameWish) {
    lastTask += 1
    let number = lastTask
    tasks[number] = Task.detached(executorPreference: workers) { [weak self] in
      let message = await work()
      await self?.finish(number, message, wish: wish)
    }
  }

  private func finish(_ number: Int, _ message: Program.Message, wish: FrameWish) {
    tasks[number] = nil
    guard ending == nil else { return }
    switch wish {
    case .atOnce:
      whileAwaited { perform(.finished(message)) }
      pace.wishNow()
    case .soon:
      perform(.finished(message))
      pace.wishSoon()
    case .none: perform(.finished(message))
    }
  }

  /// Runs what a person waits for: what is asked for meanwhile, and what comes of that in turn, is painted at once,
  /// however much else goes on.
  func whileAwaited(_ body: () -> Void) {
    isAwaited = true
    body()
    isAwaited = false
  }

  private func edit(_ text: String, suffix: String, then: @Sendable (EditOutcome) -> Program.Message) {
    backend.suspend()
    let editing = Editing(environment: environment)
    let process = ForegroundProcess(
      terminal: backend.terminalDescriptor, signals: signals, stopOurselves: system.stop)
    let (outcome, signal) = editing.edit(text, suffix: suffix, by: process)
    if let signal { return end(by: signal) }
    comeBack()
    perform(.finished(then(outcome)))
  }

  private func printBorderless(_ text: String) {
    backend.suspend()
    backend.print("\n\(text)\n\n[Enter: back to the console] ")
    waitForLine()
    if ending == nil { comeBack() }
  }

  /// The terminal echoes and edits the line by itself meanwhile, and its keys for signals work.
  private func waitForLine() {
    while ending == nil {
      var waiting = [backend.inputDescriptor, signals?.descriptor ?? -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      // Without an input there is nobody to wait for.
      guard backend.inputDescriptor >= 0 else { return }
      guard system.wait(&waiting, -1) > 0 else { continue }
      while ending == nil, let signal = signals?.next() {
        if signal == .interrupt { return }
        if signal == .stop { system.stop() }
        if signal.ends { end(by: signal) }
      }
      guard ending == nil, waiting[0].revents != 0 else { continue }
      switch backend.readSuspended() {
      case .line: return
      case .hungUp: end(by: .hangUp)
      case .nothing: if waiting[0].revents & Int16(POLLIN) == 0 { end(by: .hangUp) }
      }
    }
  }
}
