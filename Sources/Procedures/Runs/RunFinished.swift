import EventLog

/// Nobody follows the procedure any more.
package struct RunFinished: EventPayload {
  package static let kind = "run.finished"
  package static var correctable: Set<String> { ["reason"] }

  package var procedure: String
  package var outcome: RunOutcome
  package var done: Int
  package var skipped: Int
  package var steps: Int
  package var reason: String?
}
