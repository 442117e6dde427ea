package import EventLog

/// Something about the time between two looks that a person should know, as something may have come late by it.
package enum ClockNotice: Hashable, Sendable {
  /// The wall clock was set; forward where positive.
  case jumped(Span)
  /// The machine slept.
  case slept(Span)
  /// The machine ran, and this process did not.
  case heldUp(Span)

  /// Smaller differences are those of every day.
  static let jumpThreshold = Span.seconds(2)
  static let delayThreshold = Span.seconds(10)

  /// What happened between two readings, when a wait of `asked` lay between them.
  package static func between(_ earlier: ClockReading, _ later: ClockReading, asked: Span) -> [ClockNotice] {
    let running = later.running - earlier.running
    let awake = later.awake - earlier.awake
    let jump = (later.wall - earlier.wall) - running
    var notices: [ClockNotice] = []
    if abs(jump.milliseconds) > jumpThreshold.milliseconds { notices.append(.jumped(jump)) }
    if running - awake > jumpThreshold { notices.append(.slept(running - awake)) }
    if awake - asked > delayThreshold { notices.append(.heldUp(awake - asked)) }
    return notices
  }

  /// A whole sentence.
  package var sentence: String {
    switch self {
    case .jumped(let span):
      "The clock of this machine was set \(span > .zero ? "forward" : "back") by \(SpanWords.short(span))."
    case .slept(let span): "This machine slept for \(SpanWords.short(span)); what was due meanwhile is done now."
    case .heldUp(let span):
      "This process was held up for \(SpanWords.short(span)); what was due meanwhile is done now."
    }
  }
}
