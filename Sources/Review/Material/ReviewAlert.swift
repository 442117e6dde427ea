package import EventLog

/// An alert of the incident, for review.
package struct ReviewAlert: Hashable, Sendable {
  package var id: StreamID
  package var name: String
  package var headline: String

  package init(id: StreamID, name: String, headline: String) {
    self.id = id
    self.name = name
    self.headline = headline
  }
}
