package import Commands
package import EventLog

/// A command that was sent and not answered yet: shown with an ellipsis, never waited for.
package struct PendingCommand: Sendable {
  package var ticket: Int
  package var title: String
  package var command: Command
  package var incident: StreamID?
  /// The number as people say it ("42"), where it is about an incident.
  package var label: String?
  /// Words to show in the timeline until they come back from the log.
  package var preview: String?
  var afterwards: Afterwards

  enum Afterwards: Hashable, Sendable {
    case nothing
    /// Opens the run that begins.
    case openRun(name: String)
    /// Selects the incident that came into being.
    case select
    /// Puts the words back where they were written if they were refused.
    case keepDraft(DraftPlace, String)
  }
}
