import EventLog

/// A step was left out, and why.
package struct StepSkipped: EventPayload {
  package static let kind = "step.skipped"
  package static var correctable: Set<String> { ["reason"] }
  package static var redactable: Set<String> { ["reason", "title"] }

  package var procedure: String
  package var number: Int
  package var steps: Int
  package var title: String
  package var reason: String
}
