package import EventLog

/// The console's screens as a program without a terminal: what happens changes the state and asks for effects, and
/// the state alone says what is seen.
package enum ScreenProgram {
  /// What is to be done before anything else.
  package static func start(_ state: inout ScreenState) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    state.settle(&effects)
    return effects
  }

  /// Takes in what happened.
  package static func update(_ state: inout ScreenState, _ message: ScreenMessage) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    state.take(message, &effects)
    return effects
  }

  /// What is seen, at exactly this size.
  package static func view(_ state: ScreenState, _ size: Size) -> CellGrid { ScreenView(state, size).grid() }

  /// When something that is shown next reads differently; nil where nothing moves by itself.
  package static func nextTick(_ state: ScreenState) -> Instant? { state.nextTick }
}
