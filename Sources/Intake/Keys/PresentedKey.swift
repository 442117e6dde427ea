import FoundationEssentials

/// The text of a key as a request carries it.
enum PresentedKey {
  /// Reads `Authorization: Bearer KEY`, `Authorization: Basic …` (the password is the key, the user name says nothing)
  /// `Authorization: GenieKey KEY` or `X-API-Key: KEY`; nil where the request carries none.
  static func text(authorization: String?, apiKey: String?) -> String? {
    if let authorization {
      let words = authorization.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      let value = words[1].drop { $0 == " " }
      switch words[0].lowercased() {
      case "bearer", "geniekey": return String(value)
      case "basic": return password(inBasic: String(value))
      default: return nil
      }
    }
    return apiKey
  }

  private static func password(inBasic text: String) -> String? {
    guard let data = Data(base64Encoded: text), let pair = String(validating: data, as: UTF8.self),
      let colon = pair.firstIndex(of: ":")
    else { return nil }
    return String(pair[pair.index(after: colon)...])
  }
}
