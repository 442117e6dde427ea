/// Where every chain that a file knew of ended when it was sealed: somebody who computes one file's chain anew would
/// have to do so in every file that holds the seal.
package struct LogSealed: EventPayload {
  package static let kind = "log.sealed"

  /// The stream of all seals.
  package static let stream = StreamID("log", "seals")

  package var heads: [Head]
  package var occasion: Occasion

  /// Why a seal was made.
  package enum Occasion: String, Codable, Hashable, Sendable {
    /// A day was over.
    case daily
    /// An incident was closed.
    case close
  }

  /// The end of one node's chain.
  package struct Head: Codable, Hashable, Sendable {
    package var event: EventID
    /// In hexadecimal.
    package var hash: String

    package init(event: EventID, hash: String) {
      self.event = event
      self.hash = hash
    }
  }

  package init(heads: [Head], occasion: Occasion) {
    self.heads = heads
    self.occasion = occasion
  }
}
