package import EventLog

/// Keeps a channel to its rate, and still while its receiver asked for a rest: a bucket that fills by the clock, and
/// from which every letter takes a token.
package struct ChannelPace: Hashable, Sendable {
  private let rate: ChannelRate
  /// In parts of 60,000: what fills in a millisecond at one letter a minute. Whole numbers do not drift.
  private var level: Int64
  private var filledAt: Instant
  private var restsUntil: Instant?

  private static let token: Int64 = 60_000

  /// Begins with a full bucket.
  package init(_ rate: ChannelRate, at now: Instant) {
    self.rate = rate
    level = Int64(rate.burst) * ChannelPace.token
    filledAt = now
  }

  /// Takes a token where there is one and the channel does not rest.
  ///
  /// - Returns: nil where the letter may go; else when to ask again.
  package mutating func take(at now: Instant) -> Instant? {
    if let wait = wait(at: now) { return wait }
    level -= ChannelPace.token
    return nil
  }

  /// The same without taking anything.
  package mutating func wait(at now: Instant) -> Instant? {
    fill(at: now)
    if let restsUntil, now < restsUntil { return restsUntil }
    restsUntil = nil
    guard level < ChannelPace.token else { return nil }
    let perMillisecond = Int64(rate.perMinute)
    let missing = ChannelPace.token - level
    return now + .milliseconds((missing + perMillisecond - 1) / perMillisecond)
  }

  /// Lets nothing through before an instant.
  package mutating func rest(until: Instant) { restsUntil = max(restsUntil ?? until, until) }

  /// A clock that was set back fills nothing until it has caught up with where it is now, and ends no rest late.
  private mutating func fill(at now: Instant) {
    if now < filledAt {
      if let restsUntil { self.restsUntil = restsUntil - (filledAt - now) }
    } else {
      let full = Int64(rate.burst) * ChannelPace.token
      let passed = min((now - filledAt).milliseconds, full)
      level = min(full, level + passed * Int64(rate.perMinute))
    }
    filledAt = now
  }
}
