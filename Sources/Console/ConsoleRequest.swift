/// What a program wants done.
package enum ConsoleRequest<Message: Sendable>: Sendable {
  /// Ends the console with an exit code.
  case quit(Int32)
  /// Stops the process until the shell continues it (Ctrl-Z).
  case suspend
  /// Paints all of the screen anew (Ctrl-L).
  case repaint
  /// Rings the terminal's bell.
  case ring
  /// Notes something outside the picture: a title, a desktop notification.
  case announce(title: String?, notification: String?)
  /// Work off the loop's thread; what it gives comes back as `finished`.
  case run(@Sendable () async -> Message)
  /// The same, where what comes back changes nothing on the screen, so that no frame is made for it.
  case runUnseen(@Sendable () async -> Message)
  /// Gives a text to `$VISUAL`, `$EDITOR` or vi, in a file with this suffix (such as `.md`).
  case edit(text: String, suffix: String, then: @Sendable (EditOutcome) -> Message)
  /// Leaves the screen and prints a text without borders, to be copied, until Enter.
  case printBorderless(String)
}
