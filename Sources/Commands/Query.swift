package import EventLog

/// What a screen or a verb wants to know.
package enum Query: Hashable, Sendable {
  /// The header and the incidents to be seen first, in the console's order.
  case board
  /// One incident whole, its newest timeline entries up to a number.
  case incident(StreamID, entries: Int)
  /// The same as it was known at a moment: only what was recorded up to then.
  case asKnown(StreamID, at: Instant, entries: Int)
  /// Incidents that ended, newest first; with words, those whose timeline or title holds them all. `before` is the
  /// number of the last one seen, or the cursor of the page.
  case past(words: String, before: Int64?)
  /// Incidents that are over and have most in common with one, the likest first.
  case similar(StreamID)
  case onCall
  case runbooks
  /// A runbook with its steps, and the run it is stepped in.
  case runbook(name: String, run: StreamID?)
  case run(StreamID)
  /// What messages about an incident are written from.
  case messages(StreamID)
}

/// The answer to a query, of the same name.
package enum Answer: Hashable, Sendable {
  case board(Board)
  case incident(IncidentDetail)
  case past(PastPage)
  case similar([PastPage.Hit])
  case onCall(OnCallPage)
  case runbooks([RunbookRow])
  case runbook(RunbookPage)
  case messages(DraftPage)
}
