import EventLog

/// When a frame is due. A key's is due at once; those of the background come at most ten times a second, so that a
/// storm of alerts cannot fill a slow line, and at once after a pause.
struct FramePace {
  private enum Wish { case none, background, now }

  static let shortest = Span.milliseconds(100)

  private var wish = Wish.none
  private var lastBackground: Instant?

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
      guard let lastBackground, lastBackground <= now else { return .zero }
      return max(.zero, Self.shortest - (now - lastBackground))
    }
  }

  mutating func painted(at now: Instant) {
    if wish == .background { lastBackground = now }
    wish = .none
  }
}
