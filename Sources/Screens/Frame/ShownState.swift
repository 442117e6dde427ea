/// The state of one frame, shared by the views that draw it: a copy for each of them would cost more than what it draws.
final class ShownState: Sendable {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }
}
