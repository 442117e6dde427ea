/// Where a secret is kept; the secret itself never stands in the configuration.
package enum SecretReference: Hashable, Sendable {
  /// The name of an environment variable.
  case environment(String)
  /// The path of a file that holds nothing else.
  case file(String)
}

extension SecretReference {
  /// Reads "env:NAME" or "file:/PATH"; nil for anything else, which may be the secret itself.
  init?(_ text: String) {
    if text.hasPrefix("env:") {
      let name = String(text.dropFirst(4))
      guard SecretReference.isVariable(name) else { return nil }
      self = .environment(name)
    } else if text.hasPrefix("file:/") {
      self = .file(String(text.dropFirst(5)))
    } else {
      return nil
    }
  }

  /// Whether a text can be the name of an environment variable.
  static func isVariable(_ name: String) -> Bool {
    guard let first = name.first, !first.isNumber else { return false }
    return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
