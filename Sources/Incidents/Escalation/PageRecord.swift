package import EventLog

/// A page to one person and what became of it.
package struct PageRecord: Hashable, Sendable, Codable {
  /// How far it is known to have come.
  package enum Result: String, Sendable, Codable, CaseIterable {
    /// Decided; whether it left is not known.
    case intended
    case sent
    case failed
    /// It may have left, or not.
    case unknown
    /// Taken back before it had left.
    case withdrawn
  }

  package var key: String
  package var person: String
  /// Whom it meant ("primary"); nil where the person was named.
  package var target: String?
  package var run: Int?
  package var round: Int?
  package var level: Int?
  package var at: Instant
  package var isNotice = false
  package var sentAt: Instant?
  /// The channels on which it went out.
  package var sentBy: [String] = []
  package var failedAt: Instant?
  package var unknownAt: Instant?
  package var withdrawnAt: Instant?
  /// Whether it can have woken anybody, or may still.
  package var mayWake: Bool { !isNotice && result != .failed && result != .withdrawn }

  /// Why the last attempt failed, or left it open.
  package var failure: String?

  /// A page that went out anywhere is sent, whatever failed beside it; one that failed anywhere is not taken back.
  package var result: Result {
    if sentAt != nil { return .sent }
    if unknownAt != nil { return .unknown }
    if failedAt != nil { return .failed }
    return withdrawnAt != nil ? .withdrawn : .intended
  }
}
