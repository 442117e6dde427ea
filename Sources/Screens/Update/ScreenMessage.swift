package import Commands
package import EventLog

/// What happens to the screens. Whoever runs them sends a `tick` before the keys of a wake-up, so that times are read
/// off a clock that is right.
package enum ScreenMessage: Sendable {
  case key(Key)
  case resized(Size)
  case tick(Instant)
  /// The displayed zone's offset changed (summer time), or became known.
  case zone(offset: Span, name: String?)
  /// Something was written into the store, by anybody.
  case changed
  case loaded(Query, Result<Answer, Trouble>)
  /// The answer to `ScreenEffect.perform` of the same ticket.
  case performed(ticket: Int, Result<Outcome, Trouble>)
  /// The path of the file that was written.
  case exported(Result<String, Trouble>)
  /// What came back from the person's own editor; nil where it was given up.
  case edited(String?)
  /// The editor did not work, in a sentence that says where the text is.
  case editFailed(String)
  /// Unfinished words were put where they are safe.
  case kept
  /// `ScreenEffect.beHere` is carried out.
  case told
  /// What `view` returned for this state is on the screen.
  case painted
}
