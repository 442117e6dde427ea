import EventLog
import Incidents
import Yams

/// Reads how often people are told, by severity, over what ships.
struct CadenceReader {
  private let section: SettingsSection
  /// What it is about, for sentences ("updates").
  private let what: String

  init(_ section: SettingsSection, of what: String) {
    self.section = section
    self.what = what
  }

  func read(into cadences: inout [Severity: UpdateCadence]) {
    for severity in Severity.allCases where section.has(severity.name) { read(severity, into: &cadences) }
  }

  private func read(_ severity: Severity, into cadences: inout [Severity: UpdateCadence]) {
    if section.value(severity.name)?.scalar?.string == "none" {
      cadences[severity] = nil
      return
    }
    let name = "the \(what) of \(severity.name)"
    guard let inner = section.section(severity.name, name: name, keys: ["first", "every", "final"]) else { return }
    let shipped = cadences[severity]
    guard let first = inner.span("first") ?? shipped?.first, let every = inner.span("every") ?? shipped?.every else {
      let missing = ["first", "every"].filter { !inner.has($0) }
      if let key = missing.first {
        inner.report(
          nil, "\(name) have no '\(key)'", advice: "write 'first' and 'every', or 'none' for no updates at all")
      }
      return
    }
    let final = inner.spanOrNone("final") ?? shipped?.final
    cadences[severity] = UpdateCadence(first: first, every: every, final: final)
  }
}
