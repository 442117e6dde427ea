package import EventLog

/// The console's screens as a program without a terminal: what happens changes the state and asks for effects, and
/// the state alone says what is seen.
package enum ScreenProgram {
  /// What is to be done before anything else.
  package static func start(_ state: inout ScreenState) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    state.scrollIntoView()
    state.askForWhatIsShown(&effects)
    return effects
  }

  /// Takes in what happened.
  package static func update(_ state: inout ScreenState, _ message: ScreenMessage) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    if state.heed(message, &effects) { state.follow(&effects) }
    return effects
  }

  /// Takes in a key as far as it is seen. Whoever presses it waits for the picture and for nothing else; once that is
  /// there, `follow` does the rest of `update`.
  package static func press(_ state: inout ScreenState, _ key: Key) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    _ = state.heed(.key(key), &effects)
    return effects
  }

  /// Tells and asks what the keys since the last frame call for.
  package static func follow(_ state: inout ScreenState) -> [ScreenEffect] {
    var effects: [ScreenEffect] = []
    state.follow(&effects)
    return effects
  }

  /// What is seen, at exactly this size.
  /// - Parameter memory: of the frames before; a whole frame costs more than what a key changes of it.
  package static func view(_ state: ScreenState, _ size: Size, _ memory: inout RowMemory) -> CellGrid {
    ScreenView(state, size).grid(&memory)
  }

  /// When something that is shown next reads differently; nil where nothing moves by itself.
  package static func nextTick(_ state: ScreenState) -> Instant? { state.nextTick }
}
