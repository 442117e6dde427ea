/// How exactly a time is known.
package enum Precision: String, Sendable, Codable, CaseIterable {
  case exact, minute, approximate, unknown
}
