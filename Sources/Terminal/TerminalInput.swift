package import Screens

/// What one reading of the terminal gave.
package struct TerminalInput: Equatable, Sendable {
  package var keys: [Key]
  /// The terminal is gone: closed, or the connection has dropped.
  package var hasHungUp: Bool

  package init(keys: [Key], hasHungUp: Bool = false) {
    self.keys = keys
    self.hasHungUp = hasHungUp
  }
}
