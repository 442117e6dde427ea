import EventLog

/// What of an incident's room is seen.
struct RoomPosition: Hashable, Sendable {
  /// The selected entry; nil follows the newest.
  var entry: EventID?
  /// The last entry on the screen by place; nil is the newest.
  var bottom: Int?
  /// How many entries are asked for.
  var limit = 200
  /// The facts instead of the timeline, where there is no room for both.
  var showsFacts = false
  var factsScroll = 0
  /// The first line of the brief of an offered command.
  var briefScroll = 0
  /// The brief of an offered command was turned away.
  var hidesBrief = false
  /// The moment whose knowledge is asked for; nil for now.
  var knownAt: Instant?
}

/// What of a runbook is seen.
struct StepperPosition: Hashable, Sendable {
  /// The selected step by its number; nil follows the first one not done.
  var step: Int?
  var showsSource = false
  var scroll = 0
}

/// The incidents that are over, as far as they were turned through.
struct PastPosition: Sendable {
  var words = ""
  /// The incident that those listed are like; nil for all that are over.
  var similarTo: StreamID?
  var selection = Selection<StreamID>()
}
