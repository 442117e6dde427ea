package import Screens

/// A terminal in memory: keys come from a script, and everything that was shown is kept.
@TerminalActor package final class MemoryBackend: TerminalBackend {
  package enum Event: Equatable, Sendable {
    case frame, repaint, suspend, resume, close
    case signal(TerminalSignal)
    case printed(String)
  }

  package private(set) var size: Size
  package let glyphs: Glyphs
  package var inputDescriptor: Int32 { wakeup.descriptor }
  package let terminalDescriptor: Int32 = -1
  /// Each grid that was shown.
  package private(set) var frames: [CellGrid] = []
  /// Everything that was asked of the backend, in order.
  package private(set) var events: [Event] = []
  /// The size that `measure()` will find.
  package var nextSize: Size
  private var script: [[Key]]
  private var hasHungUp = false
  private let wakeup = Wakeup()

  /// - Parameter script: keys in the batches in which they arrive; one batch per reading.
  package init(size: Size, glyphs: Glyphs = .unicode, script: [[Key]] = []) {
    self.size = size
    self.glyphs = glyphs
    self.script = script
    nextSize = size
    signalInput()
  }

  /// Keys that arrive together.
  package func type(_ keys: [Key]) {
    script.append(keys)
    signalInput()
  }

  /// The terminal goes away after the keys that were scripted.
  package func hangUp() {
    hasHungUp = true
    signalInput()
  }

  package func present(_ grid: CellGrid) {
    frames.append(grid)
    events.append(.frame)
  }

  package func repaint() { events.append(.repaint) }
  package func measure() { size = nextSize }

  package func read() -> TerminalInput {
    let keys = script.isEmpty ? [] : script.removeFirst()
    if script.isEmpty && !hasHungUp { wakeup.drain() }
    return TerminalInput(keys: keys, hasHungUp: hasHungUp && script.isEmpty)
  }

  package func send(_ signal: TerminalSignal) { events.append(.signal(signal)) }
  package func suspend() { events.append(.suspend) }

  package func resume() {
    events.append(.resume)
    measure()
  }

  package func print(_ text: String) { events.append(.printed(text)) }

  package func readSuspended() -> SuspendedInput {
    let input = read()
    if input.keys.contains(.enter) { return .line }
    return input.hasHungUp ? .hungUp : .nothing
  }

  package func close() { events.append(.close) }

  /// Makes the descriptor readable while something waits, as a terminal's is.
  private func signalInput() {
    if !script.isEmpty || hasHungUp { wakeup.ring() }
  }
}
