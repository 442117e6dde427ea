/// How many letters a channel takes.
package struct ChannelRate: Hashable, Sendable {
  /// In the long run.
  package var perMinute: Int
  /// At once, after a rest.
  package var burst: Int

  package init(perMinute: Int, burst: Int) {
    self.perMinute = max(1, perMinute)
    self.burst = max(1, burst)
  }
}
