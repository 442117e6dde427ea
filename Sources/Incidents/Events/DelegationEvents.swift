package import EventLog

/// A task was given to one person, with a time to come back where one was agreed.
package struct TaskDelegated: EventPayload {
  package static let kind = "task.delegated"
  package static var correctable: Set<String> { ["text"] }
  package static var redactable: Set<String> { ["person", "text"] }

  /// From 1 on in its incident; what people call it by.
  package var number: Int
  package var person: String
  package var text: String
  /// When the person comes back; nil where nothing was agreed.
  package var dueAt: Instant?
  /// The incident that was merged and brought it along.
  package var carriedFrom: StreamID?
}

/// The person has said the task back: it is clear and under way.
package struct TaskUnderstood: EventPayload {
  package static let kind = "task.understood"

  package var task: EventID
  package var number: Int
}

/// The task is done.
package struct TaskFinished: EventPayload {
  package static let kind = "task.finished"
  package static var correctable: Set<String> { ["note"] }

  package var task: EventID
  package var number: Int
  package var note: String?
}

/// The task is no longer wanted.
package struct TaskDropped: EventPayload {
  package static let kind = "task.dropped"
  package static var correctable: Set<String> { ["reason"] }

  package var task: EventID
  package var number: Int
  package var reason: String?
}
