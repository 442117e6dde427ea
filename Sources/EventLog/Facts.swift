/// What a decision may know beside the state: handed in as values, never read from the world.
package struct Facts: Sendable {
  package var now: Instant
  package var actor: Actor
  /// Set when the whole store, or this one run, is a drill.
  package var drill: Bool
  /// A fresh key for a new stream; random in the product, counted in tests.
  package var newKey: @Sendable () -> String

  package init(now: Instant, actor: Actor, drill: Bool = false, newKey: @escaping @Sendable () -> String) {
    self.now = now
    self.actor = actor
    self.drill = drill
    self.newKey = newKey
  }
}
