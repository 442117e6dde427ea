import EventLog
import Incidents
import Yams

/// `rules.yaml`: which alerts open an incident, and which clocks then run. What it leaves out stays as shipped.
enum RulesFile {
  static let name = "rules.yaml"

  static func read(_ document: Node, findings: Findings) -> (admission: AdmissionPolicy, clocks: ClockPolicy) {
    var admission = AdmissionPolicy()
    var clocks = ClockPolicy()
    let keys = ["admission", "families", "clocks", "tiers"]
    guard let root = SettingsSection(document, name: "rules.yaml", keys: keys, findings: findings) else {
      return (admission, clocks)
    }
    if let section = root.section("admission", keys: ["severities", "rules", "services"]) {
      admission.bySeverityLabel.merge(labels(section)) { $1 }
      admission.byRule.merge(verdicts(section, "rules")) { $1 }
      admission.byService = verdicts(section, "services")
    }
    if let section = root.section("families", keys: nil) { admission.families = families(section) }
    if let section = root.section("clocks", keys: ClocksReader.keys) { ClocksReader(section).read(into: &clocks) }
    if let section = root.section("tiers", keys: ["1", "2", "3", "4"]) { readTiers(section, into: &clocks) }
    return (admission, clocks)
  }

  /// Labels are compared in lower case.
  private static func labels(_ section: SettingsSection) -> [String: AdmissionPolicy.Verdict] {
    let verdicts = verdicts(section, "severities")
    return Dictionary(verdicts.map { ($0.key.lowercased(), $0.value) }) { $1 }
  }

  private static func verdicts(_ section: SettingsSection, _ key: String) -> [String: AdmissionPolicy.Verdict] {
    guard let inner = section.section(key, keys: nil) else { return [:] }
    let pairs = inner.entries.compactMap { entry -> (String, AdmissionPolicy.Verdict)? in
      guard let text = inner.text(of: entry.value, called: entry.key) else { return nil }
      if let verdict = VerdictText.verdict(text) { return (entry.key, verdict) }
      inner.findings.report(
        entry.value, "'\(entry.key)' is '\(text)', which is no verdict on an alert",
        advice: NearestWord.advice(for: text, among: VerdictText.words))
      return nil
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// A family names its alerts; an alert is in one family.
  private static func families(_ section: SettingsSection) -> [String: String] {
    var families: [String: String] = [:]
    for entry in section.entries {
      for item in section.items(entry.key) {
        if let other = families.updateValue(entry.key, forKey: item.text) {
          section.findings.report(
            item.node, "'\(item.text)' is in the family '\(other)' already", advice: "keep it in one family")
        }
      }
    }
    return families
  }

  private static func readTiers(_ section: SettingsSection, into clocks: inout ClockPolicy) {
    for tier in 1...4 {
      guard let inner = section.section("\(tier)", name: "tier \(tier)", keys: ["rto", "rpo"]) else { continue }
      if let rto = inner.span("rto") { clocks.tiers[tier]?.rto = rto }
      if let rpo = inner.span("rpo") { clocks.tiers[tier]?.rpo = rpo }
    }
  }
}
