import Console
import EventLog
import Screens

/// A program that keeps what happened to it and answers keys with the requests it was given for them.
struct Recorder: ConsoleProgram {
  enum Note: Equatable, Sendable {
    case key(Key)
    case resized(Size)
    case tick(Int64)
    case changed, painted
    case finished(String)
  }

  var notes: [Note] = []
  var requests: [Key: [ConsoleRequest<String>]] = [:]
  /// What is asked for when the ledger has changed for the n-th time.
  var quitsAfterChanges: Int?
  var quitsAfterFinished = false
  /// Each change of the ledger is read by work elsewhere; after so much of it has come back the program quits.
  var quitsAfterReadings: Int?
  var quitsAtTick: Int64?
  /// The distance of ticks; nil for none.
  var tickEvery: Int64?

  mutating func handle(_ event: ConsoleEvent<String>) -> [ConsoleRequest<String>] {
    switch event {
    case .key(let key):
      notes.append(.key(key))
      return requests[key] ?? (key == .character("q") ? [.quit(0)] : [])
    case .resized(let size): notes.append(.resized(size))
    case .tick(let now):
      notes.append(.tick(now.milliseconds))
      if let quitsAtTick, now.milliseconds >= quitsAtTick { return [.quit(0)] }
    case .changed:
      notes.append(.changed)
      if notes.count(where: { $0 == .changed }) == quitsAfterChanges { return [.quit(0)] }
      if quitsAfterReadings != nil { return [.run { "read" }] }
    case .finished(let message):
      notes.append(.finished(message))
      if quitsAfterFinished { return [.quit(0)] }
      if notes.count(where: { $0 == .finished("read") }) == quitsAfterReadings { return [.quit(0)] }
    case .painted: notes.append(.painted)
    }
    return []
  }

  func view(size: Size) -> CellGrid {
    var grid = CellGrid(size: size)
    grid.put("\(notes.count { if case .key = $0 { true } else { false } }) keys", row: 0, column: 0)
    return grid
  }

  func nextTick(after now: Instant) -> Instant? {
    tickEvery.map { Instant(milliseconds: (now.milliseconds / $0 + 1) * $0) }
  }
}
