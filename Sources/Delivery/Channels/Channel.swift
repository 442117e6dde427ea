/// A way to the outside, ready to be used: its secrets are at hand.
package struct Channel: Hashable, Sendable {
  package var name: String
  package var kind: ChannelKind
  package var rate: ChannelRate
  package var plan: RetryPlan

  package init(name: String, kind: ChannelKind, rate: ChannelRate? = nil, plan: RetryPlan = RetryPlan()) {
    self.name = name
    self.kind = kind
    self.rate = rate ?? kind.customaryRate
    self.plan = plan
  }
}
