package import Commands
package import EventLog
package import Incidents

/// What the screens want done by those who can: the desk, the terminal, the file system.
package enum ScreenEffect: Sendable {
  /// Answered by `ScreenMessage.loaded`.
  case load(Query)
  /// Answered by `ScreenMessage.performed` of the same ticket.
  case perform(Command, ticket: Int)
  /// Answered by `ScreenMessage.exported`.
  case exportPostMortem(StreamID)
  /// Opens the person's own editor on a text; answered by `ScreenMessage.edited`.
  case edit(text: String)
  /// Leaves the screen, prints these lines as they are, and waits for a key.
  case printBorderless(String)
  /// Says that the person has this incident's room open, and since when they write there; nil where they left.
  case beHere(StreamID?, draftingSince: Instant?)
  /// Says that the person writes for an audience, or no longer does.
  case beWriting(StreamID, Audience, isOver: Bool)
  /// Something new waits for somebody, in plain words: the terminal's bell, and a note on the desktop.
  case alarm(String)
  case repaint, suspend, quit
}
