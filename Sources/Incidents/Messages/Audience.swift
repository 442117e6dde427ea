/// Whom a message is for.
package enum Audience: String, Sendable, Codable, CaseIterable {
  /// Those who work here.
  case team = "internal"
  /// Whoever reads the status page.
  case everyone = "public"
  case customers, management, vip

  /// Who they are, in a sentence.
  package var words: String {
    switch self {
    case .team: "the team"
    case .everyone: "the public"
    case .customers: "customers"
    case .management: "management"
    case .vip: "a VIP"
    }
  }

  /// What they read leaves the house: nothing of a drill may, and no name that is only used inside.
  package var isOutside: Bool { self == .everyone || self == .customers || self == .vip }

  /// A text that many read wants the commander's word first.
  package var wantsApproval: Bool { self == .everyone || self == .customers }

  /// The clock that a message to them answers. Management and single people are told beside it, and reset none.
  package var clock: UpdateClock? {
    switch self {
    case .team: .team
    case .everyone, .customers: .everyone
    case .management, .vip: nil
    }
  }
}
