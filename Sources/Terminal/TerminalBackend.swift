package import Screens

/// A place where grids are shown and keys come from.
@TerminalActor package protocol TerminalBackend: AnyObject {
  /// The size that a grid should have now.
  var size: Size { get }
  /// The signs that the terminal can show.
  var glyphs: Glyphs { get }
  /// Readable when `read()` has something; -1 when no key ever comes.
  var inputDescriptor: Int32 { get }
  /// The terminal as a file, for a program that takes it over; -1 where there is none.
  var terminalDescriptor: Int32 { get }

  /// Shows a grid; costs what has changed since the one before.
  func present(_ grid: CellGrid)
  /// Forgets what the terminal shows: the next `present` paints all of it.
  func repaint()
  /// Asks the terminal for its size again.
  func measure()
  /// What has been typed since the last call. Never waits.
  func read() -> TerminalInput
  /// Sends something besides the picture, where the terminal understands it.
  func send(_ signal: TerminalSignal)
  /// Gives the terminal back for a while.
  func suspend()
  /// Takes it again, at the size that it has by then; the next `present` paints all of it.
  func resume()
  /// Prints a text below what the terminal shows, without borders, so that it can be copied. Only while suspended.
  func print(_ text: String)
  /// Whether a line was entered. Only while suspended; never waits.
  func readSuspended() -> SuspendedInput
  /// Gives it back for good.
  func close()
}
