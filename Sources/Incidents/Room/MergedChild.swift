package import EventLog

/// An incident that was merged into this one.
package struct MergedChild: Hashable, Sendable, Codable {
  package var id: StreamID
  package var number: Int
  package var title: String
}
