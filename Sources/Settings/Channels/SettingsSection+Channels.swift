import EventLog
import Yams

// A value that should be a reference may be the secret itself: none of these ever repeats what it found.

extension SettingsSection {
  /// Where a secret is kept; nil where the key is absent or its value is wrong, which is reported.
  func secret(_ key: String) -> SecretReference? { value(key).flatMap { reference($0, key) } }

  func requiredSecret(_ key: String) -> SecretReference? {
    guard has(key) else {
      report(nil, "\(name) has no '\(key)'", advice: "add for example '\(key): file:/etc/sitrep/secrets/\(key)'")
      return nil
    }
    return secret(key)
  }

  /// One reference or a list of them.
  func secrets(_ key: String) -> [SecretReference] {
    guard let node = value(key) else { return [] }
    guard let sequence = node.sequence else { return reference(node, key).map { [$0] } ?? [] }
    return sequence.compactMap { reference($0, key) }
  }

  private func reference(_ node: Node, _ key: String) -> SecretReference? {
    if let text = node.scalar?.string, let reference = SecretReference(text) { return reference }
    findings.report(
      node, "'\(key)' does not say where its secret is kept",
      advice: "put it into a variable or a file of its own, and write env:NAME or file:/PATH")
    return nil
  }

  /// A URL that something may be sent to.
  func address(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    guard let address = OutwardAddress(text) else {
      report(key, "'\(key)' is no address to send to", advice: "write https:// and a host, without a login in it")
      return nil
    }
    guard address.isAllowed else {
      report(
        key, "'\(key)' would send over a network what anybody can read",
        advice: "write https://; http:// is for this host alone")
      return nil
    }
    return text
  }

  /// A program by its path, with its arguments; it is started without a shell.
  func program(_ key: String, example: String) -> [String]? {
    guard has(key) else {
      report(nil, "\(name) has no '\(key)'", advice: "add for example '\(key): \(example)'")
      return nil
    }
    let words = items(key).map(\.text)
    guard let program = words.first else {
      if value(key)?.sequence != nil || value(key)?.isNothing == true {
        report(key, "'\(key)' names no program", advice: "write for example '\(key): \(example)'")
      }
      return nil
    }
    guard program.hasPrefix("/") else {
      report(
        key, "'\(key)' begins with '\(program)', which is not a whole path", advice: "write for example \(example)")
      return nil
    }
    return words
  }
}
