/// What a plain conversation says to something, and what it wants done.
package struct PlainTurn: Sendable {
  package var lines: [String]
  package var effects: [ScreenEffect]

  package init(_ lines: [String] = [], effects: [ScreenEffect] = []) {
    self.lines = lines
    self.effects = effects
  }
}
