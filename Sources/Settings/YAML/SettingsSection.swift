import Yams

/// A mapping of a configuration file while it is read: it hands out the values of known keys and reports the others.
struct SettingsSection {
  struct Entry {
    var key: String
    var keyNode: Node
    var value: Node
  }

  let findings: Findings
  /// What it is, for sentences about it ("service 'api'").
  let name: String
  /// The keys as they stand in the file, in that order.
  let entries: [Entry]
  /// Where it begins.
  let node: Node

  /// Reads a mapping; nothing at all counts as an empty one. Nil where it is something else, which is reported.
  ///
  /// With `keys` nil the keys are names that the team chooses.
  init?(_ node: Node, name: String, keys: [String]?, findings: Findings) {
    self.findings = findings
    self.name = name
    self.node = node
    guard !node.isNothing else {
      entries = []
      return
    }
    guard let mapping = node.mapping else {
      findings.report(
        node, "\(name) must be keys and values, not \(node.kindInWords)", advice: "write 'key: value' lines")
      return nil
    }
    entries = mapping.compactMap { pair in
      guard let scalar = pair.key.scalar, !scalar.string.isEmpty else {
        findings.report(pair.key, "a key of \(name) is not a word", advice: "write a plain word before the colon")
        return nil
      }
      return Entry(key: scalar.string, keyNode: pair.key, value: pair.value)
    }
    guard let keys else { return }
    for entry in entries where !keys.contains(entry.key) {
      if SecretNames.isSecret(entry.key) {
        findings.report(
          entry.keyNode, "'\(entry.key)' would put a secret into this file",
          advice: SecretNames.advice(for: entry.key, known: keys))
      } else {
        findings.report(
          entry.keyNode, "unknown key '\(entry.key)' in \(name)",
          advice: NearestWord.advice(for: entry.key, among: keys))
      }
    }
  }

  func value(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

  func has(_ key: String) -> Bool { value(key) != nil }

  /// Reports about the value of a key, or about the whole where the key is not there.
  func report(_ key: String?, _ message: String, advice: String) {
    findings.report(key.flatMap(value) ?? node, message, advice: advice)
  }

  /// A mapping inside; nil where the key is not there.
  func section(_ key: String, name: String? = nil, keys: [String]?) -> SettingsSection? {
    value(key).flatMap { SettingsSection($0, name: name ?? "'\(key)'", keys: keys, findings: findings) }
  }
}

extension Node {
  /// No value, as written by nothing, "~" or "null".
  var isNothing: Bool {
    guard let scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  var kindInWords: String {
    switch self {
    case .scalar(let scalar): isNothing ? "empty" : "the text '\(scalar.string.prefix(40))'"
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
