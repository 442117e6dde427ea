import Yams

/// The rule for names that the team chooses: people, rotations, services. They are typed on the command line.
enum Names {
  /// Whether the key of an entry can be a name; where not, it is reported.
  static func check(_ entry: SettingsSection.Entry, _ kind: String, _ findings: Findings) -> Bool {
    let isPlain = entry.key.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    if isPlain, entry.key.first != "-", entry.key.count <= 64 { return true }
    findings.report(
      entry.keyNode, "'\(entry.key.prefix(40).filter { !$0.isNewline })' cannot be the name of a \(kind)",
      advice: "use letters, digits, '.', '_' and '-', at most 64 of them")
    return false
  }
}
