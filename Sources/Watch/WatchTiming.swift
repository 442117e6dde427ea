package import EventLog

/// The watch's own times.
package struct WatchTiming: Hashable, Sendable {
  /// How long a lease lasts without a sign of its holder: so long nobody watches after a crash.
  package var leaseLength: Span
  /// The longest that another process may have it for a letter that it sends, whatever its channels are.
  package var longestClaim = Span.seconds(45)
  /// How often it is renewed, and the longest sleep.
  package var renewEvery: Span
  /// The shortest sleep.
  package var shortestWait: Span
  /// The least between two looks, however often somebody calls.
  package var breather: Span
  /// How long to wait where something went wrong.
  package var afterTrouble: Span

  package init(
    leaseLength: Span = .seconds(60), renewEvery: Span = .seconds(25), shortestWait: Span = .milliseconds(20),
    breather: Span = .milliseconds(250), afterTrouble: Span = .seconds(5)
  ) {
    self.leaseLength = leaseLength
    self.renewEvery = renewEvery
    self.shortestWait = shortestWait
    self.breather = breather
    self.afterTrouble = afterTrouble
  }
}
