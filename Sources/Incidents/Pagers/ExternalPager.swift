/// Another pager that wakes people for some services, and how Sitrep and it tell each other who has what.
package struct ExternalPager: Hashable, Sendable {
  /// What it speaks.
  package enum Kind: String, Hashable, Sendable, CaseIterable { case pagerduty, opsgenie }

  /// As the configuration names it.
  package var name: String
  package var kind: Kind
  /// The channel by which it is told what happens here; nil where it is told nothing.
  package var channel: String?
  /// Whether it learns of incidents from here; otherwise it has sources of its own.
  package var isTriggered: Bool

  package init(name: String, kind: Kind, channel: String? = nil, isTriggered: Bool = false) {
    self.name = name
    self.kind = kind
    self.channel = channel
    self.isTriggered = isTriggered
  }

  /// How an actor came in of whom this pager told.
  package var via: String { Self.prefix + name }

  private static let prefix = "pager:"
}
