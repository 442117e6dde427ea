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
      for severity in Severity.allCases where updates.has(severity.name) { read(updates, severity, into: &clocks) }
    }
    if let span = section.span("update_after_change") { clocks.updateAfterStateChange = span }
    if let span = section.span("self_heal") { clocks.selfHeal = span }
    if let span = section.span("reopen_within") { clocks.reopenWithin = span }
    if let span = section.span("answer") { clocks.answer = span }
  }

  private func read(_ updates: SettingsSection, _ severity: Severity, into clocks: inout ClockPolicy) {
    if updates.value(severity.name)?.scalar?.string == "none" {
      clocks.updates[severity] = nil
      return
    }
    let name = "the updates of \(severity.name)"
    guard let inner = updates.section(severity.name, name: name, keys: ["first", "every", "final"]) else { return }
    let shipped = clocks.updates[severity]
    guard let first = inner.span("first") ?? shipped?.first, let every = inner.span("every") ?? shipped?.every else {
      let missing = ["first", "every"].filter { !inner.has($0) }
      if let key = missing.first {
        inner.report(
          nil, "\(name) have no '\(key)'", advice: "write 'first' and 'every', or 'none' for no updates at all")
      }
      return
    }
    let final = inner.spanOrNone("final") ?? shipped?.final
    clocks.updates[severity] = UpdateCadence(first: first, every: every, final: final)
  }
}
