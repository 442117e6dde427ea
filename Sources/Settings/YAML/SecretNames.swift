/// Tells keys that would hold a secret: those never stand in a file that lives in a team's git.
enum SecretNames {
  private static let marks = [
    "password", "passwd", "passphrase", "secret", "token", "apikey", "genie_key", "geniekey", "credential",
    "webhook_url",
  ]

  /// Whether a key asks for the secret itself, and not for the place where it is kept.
  static func isSecret(_ key: String) -> Bool {
    let plain = key.lowercased().replacing("-", with: "_")
    guard !plain.hasSuffix("_env"), !plain.hasSuffix("_file") else { return false }
    return plain == "key" || plain.hasSuffix("_key") || marks.contains { plain.contains($0) }
  }

  /// The key that a secret's reference belongs under.
  static func advice(for key: String, known: [String]) -> String {
    let plain = key.lowercased().replacing("-", with: "_")
    let references = known.filter { $0 == plain + "_env" || $0 == plain + "_file" }
    guard !references.isEmpty else {
      return "take it out and change the secret, as others may have seen it; nothing reads one here"
    }
    return
      "put it into the environment or a file of its own and name that here: \(references.joined(separator: " or "))"
  }
}
