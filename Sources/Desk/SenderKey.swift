package import EventLog

/// A key that a sender of alerts presents: what is known of it here, never the key itself.
package struct SenderKey: Hashable, Sendable {
  package var name: String
  /// SHA-256 of the key's text. Keys are long and random, so a plain digest cannot be turned back.
  package var hash: [UInt8]
  /// The one service whose alerts it may send; nil for all.
  package var service: String?
  /// The most requests a minute; nil for no limit.
  package var perMinute: Int?

  package init(name: String, hash: [UInt8], service: String? = nil, perMinute: Int? = nil) {
    self.name = name
    self.hash = hash
    self.service = service
    self.perMinute = perMinute
  }

  /// How an actor came in who presented the key of this name ("http:NAME").
  package static func via(_ name: String) -> String { prefix + name }

  /// The name of the key that this actor presented, nil where it presented none.
  package static func name(in actor: Actor) -> String? {
    actor.via.hasPrefix(prefix) ? String(actor.via.dropFirst(prefix.count)) : nil
  }

  private static let prefix = "http:"
}
