/// The three roles that somebody holds at every instant, or that show as a gap.
package enum DutyRole: String, Sendable, Codable, CaseIterable {
  case primary, secondary, commander
}
