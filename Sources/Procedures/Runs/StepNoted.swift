import EventLog

/// Something was seen while working on a step.
package struct StepNoted: EventPayload {
  package static let kind = "step.noted"
  package static var correctable: Set<String> { ["text"] }

  package var procedure: String
  package var number: Int
  package var steps: Int
  package var text: String
}
