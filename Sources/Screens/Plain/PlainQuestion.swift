import Commands
import EventLog

/// What the next line of a plain conversation answers, where it is no command.
enum PlainQuestion: Sendable {
  /// The lines of a chat, up to one that holds a dot alone.
  case chat(StreamID, label: String, [String])
  /// Whether something is to be done; only "yes" does it.
  case yes(Command)
}
