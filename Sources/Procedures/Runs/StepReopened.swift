import EventLog

/// A step that was done or skipped is to do again.
package struct StepReopened: EventPayload {
  package static let kind = "step.reopened"
  package static var correctable: Set<String> { ["reason"] }

  package var procedure: String
  package var number: Int
  package var steps: Int
  package var reason: String?
}
