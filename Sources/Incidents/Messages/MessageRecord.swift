package import EventLog

/// A message that letters take to its audience, and how far each of them has come.
package struct MessageRecord: Hashable, Sendable, Codable {
  /// One of its letters.
  package struct Way: Hashable, Sendable, Codable {
    package var channel: String
    package var result: Result
    /// When that was recorded; nil while it waits.
    package var at: Instant?
    /// Why it did not arrive, or is not known to have.
    package var because: String?
  }

  /// How far a letter has come.
  package enum Result: String, Sendable, Codable, CaseIterable {
    case waiting, sent, failed, unknown
  }

  /// The entry that says so.
  package var id: EventID
  /// What its audience then had heard.
  package var told: Told
  package var ways: [Way]
  /// What counted before it: holds again where it reaches nobody.
  var before: Heard

  /// What an audience had heard, and those inside had been promised.
  struct Heard: Hashable, Sendable, Codable {
    var told: Told?
    var lastUpdateAt: Instant?
    var promisedUpdateAt: Instant?
    var firstPublicUpdateAt: Instant?
  }

  /// Every letter failed for good: nobody read it.
  package var isUnheard: Bool { ways.allSatisfy { $0.result == .failed } }
}

extension Incident {
  /// How far the letters of the last message to an audience have come; nil where no letter carried it.
  package func lastSending(to audience: Audience) -> MessageRecord? {
    guard let record = messages.last(where: { $0.told.audience == audience }) else { return nil }
    return record.isUnheard || record.told.at == lastTold(audience)?.at ? record : nil
  }
}
