import EventLog

/// A step was done.
package struct StepFinished: EventPayload {
  package static let kind = "step.finished"
  package static var correctable: Set<String> { ["note"] }
  package static var redactable: Set<String> { ["note", "title"] }

  package var procedure: String
  package var number: Int
  /// How many steps the procedure has, so that the entry reads "3/11" by itself.
  package var steps: Int
  package var title: String
  package var note: String?
}
