import EventLog
import Incidents
import Yams

/// Reads the `clocks` of `rules.yaml` over those that ship.
struct ClocksReader {
  static let keys = ["acknowledge", "updates", "update_after_change", "self_heal", "reopen_within", "answer"]
  private static let severities = Severity.allCases.map(\.name)

  private let section: SettingsSection

  init(_ section: SettingsSection) { self.section = section }

  func read(into clocks: inout ClockPolicy) {
    if let acknowledge = section.section("acknowledge", keys: Self.severities) {
      for severity in Severity.allCases {
        if let span = acknowledge.spanOrNone(severity.name) { clocks.acknowledge[severity] = span }
      }
    }
    if let updates = section.section("updates", keys: Self.severities) {
      CadenceReader(updates, of: "updates").read(into: &clocks.updates)
    }
    if let span = section.span("update_after_change") { clocks.updateAfterStateChange = span }
    if let span = section.span("self_heal") { clocks.selfHeal = span }
    if let span = section.span("reopen_within") { clocks.reopenWithin = span }
    if let span = section.span("answer") { clocks.answer = span }
  }
}
