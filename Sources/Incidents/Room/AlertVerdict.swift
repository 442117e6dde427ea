/// Whether an alert helped, as people see it once the incident is over.
package enum AlertVerdict: String, Hashable, Sendable, Codable, CaseIterable {
  /// It led people there.
  case useful
  case noise

  /// As a sentence says it.
  package var words: String {
    switch self {
    case .useful: "led us there"
    case .noise: "was noise"
    }
  }
}
