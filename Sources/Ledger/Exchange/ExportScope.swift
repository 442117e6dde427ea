package import EventLog

/// What an export holds.
package enum ExportScope: Hashable, Sendable {
  case everything
  /// What stands in the incident's own stream or belongs to its timeline.
  case incident(StreamID)
  /// What was recorded from the first instant up to and without the second; nil for no bound.
  case recorded(from: Instant?, to: Instant?)

  /// As the first line of an export says it.
  var text: String {
    switch self {
    case .everything: "everything"
    case .incident(let stream): stream.name
    case .recorded(let from, let to): "recorded \(from?.rfc3339 ?? "")/\(to?.rfc3339 ?? "")"
    }
  }
}
