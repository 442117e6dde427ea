import Dispatch
import EventLog
import Synchronization

/// Folds streams on a second processor while the writer's thread folds and writes others: a fold is pure, and reading
/// its payloads is most of the work of a rebuild. The writer takes from the front and the helper from the back.
final class FoldingAhead: Sendable {
  /// A stream with all its events.
  struct Work: Sendable {
    var key: Int64
    var stream: StreamID
    var events: [(event: Event, position: Int64)]
  }

  private struct Places {
    var front = 0
    var back: Int
    /// What the helper has folded and nobody has taken yet.
    var folded: [(key: Int64, result: Refold.Result?)] = []
  }

  private let work: [Work]
  private let shape: Shape
  private let places: Mutex<Places>
  private let helping = DispatchGroup()

  init(_ work: [Work], shape: Shape) {
    self.work = work
    self.shape = shape
    places = Mutex(Places(back: work.count))
    guard work.count > 1 else { return }
    DispatchQueue.global(qos: .userInitiated).async(group: helping) { [self] in
      while let place = takeLast() {
        let folded = (key: self.work[place].key, result: fold(place))
        places.withLock { $0.folded.append(folded) }
      }
    }
  }

  /// The next folded stream, in no order; its result is nil where it has no events. Nil at the end.
  func next() -> (key: Int64, result: Refold.Result?)? {
    if let place = takeFirst() { return (work[place].key, fold(place)) }
    helping.wait()
    return places.withLock { $0.folded.popLast() }
  }

  /// Leaves the rest unfolded.
  func stop() { places.withLock { $0.front = $0.back } }

  private func takeFirst() -> Int? {
    places.withLock { places in
      guard places.front < places.back else { return nil }
      places.front += 1
      return places.front - 1
    }
  }

  private func takeLast() -> Int? {
    places.withLock { places in
      guard places.front < places.back else { return nil }
      places.back -= 1
      return places.back
    }
  }

  private func fold(_ place: Int) -> Refold.Result? {
    Refold.Result(work[place].stream, work[place].events, fold: shape.fold(of: work[place].stream))
  }
}
