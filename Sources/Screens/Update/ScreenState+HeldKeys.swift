import Commands

extension ScreenState {
  /// Nobody types further ahead on purpose.
  private static let mostHeldKeys = 500

  /// Keeps a key that is for something still on its way. Typed ahead it would be lost otherwise, or taken for something
  /// else: for the run of another incident, for the words to another audience.
  /// - Returns: whether it waits.
  mutating func hold(_ key: Key) -> Bool {
    guard isComing, waits(key) else { return false }
    if heldKeys.count < ScreenState.mostHeldKeys { heldKeys.append(key) }
    return true
  }

  /// Presses what waited, in its order, once what it is for is there.
  mutating func pressHeldKeys(_ effects: inout [ScreenEffect]) {
    guard !heldKeys.isEmpty, !isComing else { return }
    let keys = heldKeys
    heldKeys = []
    for key in keys {
      rewriteMessage()
      press(key, &effects)
    }
  }

  /// Forgets what waited for something that will not come.
  mutating func dropHeldKeys() {
    if !isComing { heldKeys = [] }
  }

  /// Whoever goes back takes back what waits; to draw anew and to suspend depend on nothing.
  private mutating func waits(_ key: Key) -> Bool {
    if [.escape, .control("c"), .control("g")].contains(key) {
      (heldKeys, awaitsRunbook) = ([], nil)
      return false
    }
    if [.control("l"), .control("z")].contains(key) { return false }
    guard heldKeys.isEmpty else { return true }
    switch mode {
    case .keys: return !isGoingBack(key) && key != .character("Q")
    // Words may be typed before it is known who else can be told.
    case .message: return key == .tab || key == .enter
    default: return false
    }
  }

  /// Whether what the keys of this place are for has been asked for and is not there yet.
  private var isComing: Bool {
    if awaitsRunbook != nil { return true }
    switch place {
    case .stepper(let name, nil, _): return pending.contains { $0.afterwards == .openRun(name: name) }
    case .stepper(let name, let run?, _):
      return shownRun?.id != run && !loading.isFresh(.runbook(name: name, run: run))
    case .messages(let id): return draftPage?.id != id && !loading.isFresh(.messages(id))
    case .list, .room, .onCall, .runbooks, .past, .board: return false
    }
  }
}
