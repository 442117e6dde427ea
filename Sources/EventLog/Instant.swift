/// A point in time: UTC milliseconds since 1970-01-01T00:00:00Z. The log knows no other clock value.
package struct Instant: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
  package static func + (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds + span.milliseconds)
  }
  package static func - (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds - span.milliseconds)
  }
  package static func - (later: Instant, earlier: Instant) -> Span {
    Span(milliseconds: later.milliseconds - earlier.milliseconds)
  }
}
