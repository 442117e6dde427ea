/// How bad it is. SEV1 and SEV2 are major incidents: a commander, a comms clock and a post-mortem.
package enum Severity: Int, Sendable, Codable, CaseIterable {
  case sev1 = 1
  case sev2, sev3, sev4

  /// "SEV1", as shown and exported everywhere.
  package var name: String { "SEV\(rawValue)" }

  /// The one word that a person who does not know the numbers understands.
  package var word: String {
    switch self {
    case .sev1: "critical"
    case .sev2: "high"
    case .sev3: "medium"
    case .sev4: "low"
    }
  }

  package var isMajor: Bool { self <= .sev2 }

  /// What is shown where no document and no person says how bad it was.
  package static let unstatedLabel = "SEV?"

  /// Reads what people type: "SEV1", "sev 1", "1", "CRITICAL", "P0" (P0 to P3 are SEV1 to SEV4).
  package init?(_ text: some StringProtocol) {
    let plain = String(text.lowercased().filter { !$0.isWhitespace })
    switch plain {
    case "sev1", "1", "critical", "crit", "p0": self = .sev1
    case "sev2", "2", "high", "error", "p1": self = .sev2
    case "sev3", "3", "medium", "warning", "p2": self = .sev3
    case "sev4", "4", "low", "p3": self = .sev4
    default: return nil
    }
  }
}

extension Severity: Comparable {
  /// The worse one comes first: SEV1 < SEV2.
  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// Keeps a dictionary by severity a JSON object in a stable order.
extension Severity: CodingKeyRepresentable {}
