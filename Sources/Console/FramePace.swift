import EventLog

/// When a frame is due. A key's is due at once; those of the background come at most ten times a second on average, so
/// that a storm of alerts cannot fill a slow line, and a few at once after a pause, for one change often brings its
/// news in several answers.
struct FramePace {
  private enum Wish { case none, background, now }

  static let shortest = Span.milliseconds(100)

  /// So many background frames may follow each other before the pace holds them back.
  private static let burst = 3

  private var wish = Wish.none
  /// The last background frames, the oldest first; as many as a burst.
  private var lastBackground: [Instant] = []

  mutating func wishNow() { wish = .now }

  mutating func wishSoon() {
    if wish == .none { wish = .background }
  }

  /// How long until a frame is due; nil when none is wished for.
  func delay(now: Instant) -> Span? {
    switch wish {
    case .none: return nil
    case .now: return .zero
    case .background:
      guard lastBackground.count == Self.burst, let oldest = lastBackground.first, oldest <= now else { return .zero }
      return max(.zero, .milliseconds(Self.shortest.milliseconds * Int64(Self.burst)) - (now - oldest))
    }
  }

  mutating func painted(at now: Instant) {
    if wish == .background { lastBackground = lastBackground.suffix(Self.burst - 1) + [now] }
    wish = .none
  }
}
