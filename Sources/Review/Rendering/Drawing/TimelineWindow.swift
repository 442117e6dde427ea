import EventLog
import Incidents

/// The time that is drawn: the incident with something to each side of it. What was written days before or after would
/// leave no room for what matters.
struct TimelineWindow {
  let from: Instant
  let to: Instant

  init(_ post: PostMortem) {
    let times = post.times
    let points = [times.impactStarted, times.detected, times.declared, times.mitigated, times.resolved]
      .compactMap { $0 }.filter { $0.precision != .unknown }.map(\.at)
    let entries = post.timeline.flatMap { [$0.at, $0.until ?? $0.at] }
    let isOver = times.resolved.map { $0.precision != .unknown } ?? false
    let start = points.min() ?? entries.min() ?? post.preparedAt
    let end = max((isOver ? points.max() : entries.max()) ?? start, points.max() ?? start)
    let length = max((end - start).milliseconds, 60_000)
    // A fifth to each side holds what led to it and what followed at once, where there is any.
    let side = Span.milliseconds(length / 5)
    let near =
      entries.filter { $0 >= start - side && $0 <= end + side }
      // A promise that was kept with time to spare is due after the end.
      + post.promises.map(\.dueAt).filter { $0 >= start - side && $0 <= end + .milliseconds(length / 2) }
    let margin = Span.milliseconds(length / 50)
    let first = min(start, near.min() ?? start) - margin
    let last = max(end, near.max() ?? end) + margin
    // What lasted a moment stands in the middle of a minute.
    let lacking = Span.milliseconds(max(60_000 - (last - first).milliseconds, 0) / 2)
    from = first - lacking
    to = last + lacking
  }
}
