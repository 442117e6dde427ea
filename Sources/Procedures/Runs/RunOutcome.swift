/// How a run ended.
package enum RunOutcome: String, Sendable, Codable, CaseIterable {
  case completed, abandoned
}
