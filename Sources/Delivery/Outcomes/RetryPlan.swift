package import EventLog

/// When a letter that did not arrive is tried again, and when it is given up.
package struct RetryPlan: Hashable, Sendable {
  /// The wait after the first attempt; it doubles with every further one.
  package var first: Span
  package var longest: Span
  /// How long after it was written a letter is still worth sending.
  package var giveUpAfter: Span

  package init(first: Span = .seconds(5), longest: Span = .minutes(15), giveUpAfter: Span = .hours(6)) {
    self.first = first
    self.longest = longest
    self.giveUpAfter = giveUpAfter
  }

  /// When to try again.
  ///
  /// What the receiver asked for is kept to the full; chance only adds to it, and takes up to half from our own waits,
  /// so that many letters that failed together do not come back together.
  /// - Parameters:
  ///   - attempts: made so far, at least one.
  ///   - asked: what the receiver said.
  ///   - chance: a random number from 0 up to 1.
  /// - Returns: nil where it is to be given up.
  package func next(
    after attempts: Int, asked: Span?, chance: Double, writtenAt: Instant, expiresAt: Instant?, now: Instant
  ) -> Instant? {
    let doubled = first.milliseconds << min(max(attempts - 1, 0), 20)
    let wait = min(longest.milliseconds, max(doubled, first.milliseconds))
    let part = min(max(chance, 0), 1)
    let jittered = wait - wait / 2 + Int64(Double(wait / 2) * part)
    var delay = Span.milliseconds(jittered)
    if let asked { delay = max(delay, asked + .milliseconds(Int64(Double(first.milliseconds) * part))) }
    let next = now + delay
    return next < expiresAt ?? writtenAt + giveUpAfter ? next : nil
  }
}
