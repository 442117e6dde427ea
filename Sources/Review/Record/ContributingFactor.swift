package import EventLog

/// A condition that made the incident possible; never a person.
package struct ContributingFactor: Hashable, Sendable, Codable {
  /// What kind of condition it is.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case technical, process, organisation, environment, detection, latent
  }

  /// The event that added it.
  package var id: EventID
  /// From 1, within its post-mortem: "F2".
  package var number: Int
  package var text: String
  package var kind: Kind
  package var evidence: String?
  /// The factor that this one made possible: the answer to how it became so. Several may lead to one.
  package var parent: EventID?
  /// Why nothing will be done about it, where that is so.
  package var accepted: String?
}
