import EventLog

/// What others were told of where the person is.
struct ReportedPresence: Hashable, Sendable {
  var room: StreamID?
  var draftingSince: Instant?

  /// Told again after this long, so that whoever lost their line is not taken for present.
  static let every = Span.minutes(1)
}
