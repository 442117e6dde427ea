package import EventLog

/// The incident belongs to another one: closed as a duplicate, its clocks stop.
package struct IncidentMerged: EventPayload {
  package static let kind = "incident.merged"
  package static var correctable: Set<String> { ["reason"] }

  package var into: StreamID
  package var number: Int
  package var reason: String?
}

/// Another incident was merged into this one.
package struct IncidentAbsorbed: EventPayload {
  package static let kind = "incident.absorbed"
  package static var redactable: Set<String> { ["title"] }

  package var child: StreamID
  package var number: Int
  package var title: String
}

/// The incident stands by itself again, as it stood before the merge.
package struct IncidentSplit: EventPayload {
  package static let kind = "incident.split"
  package static var correctable: Set<String> { ["reason"] }

  package var from: StreamID
  package var number: Int
  package var status: Status
  package var reason: String?
}

/// An incident that was merged into this one stands by itself again.
package struct IncidentReleased: EventPayload {
  package static let kind = "incident.released"

  package var child: StreamID
  package var number: Int
}

/// Whether the incident follows from another one, by the services that depend on each other.
package struct ParentSuspected: EventPayload {
  package static let kind = "incident.parent_suspected"

  /// Nil where somebody said that it does not.
  package var parent: StreamID?
  package var number: Int?
  /// Why, in words ("web depends on api").
  package var because: String?
}
