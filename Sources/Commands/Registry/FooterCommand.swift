/// What the footer needs of a command: it is asked for each frame, and a whole command is much to copy.
package struct FooterCommand: Sendable {
  /// The first of its keys.
  package var key: String
  package var short: String
  private let effect: RegisteredCommand.Effect
  private let obstacle: @Sendable (Situation) -> String?

  /// Nil for a command without a key.
  init?(_ command: RegisteredCommand) {
    guard let key = command.keys.first else { return nil }
    self.key = key
    short = command.short
    effect = command.effect
    obstacle = command.obstacle
  }

  /// Whether it can run now.
  package func canRun(in situation: Situation) -> Bool {
    Registry.obstacle(to: effect, in: situation) == nil && obstacle(situation) == nil
  }
}
