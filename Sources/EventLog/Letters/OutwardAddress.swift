/// The parts of an http or https URL that something is sent to.
package struct OutwardAddress: Hashable, Sendable {
  package var isEncrypted: Bool
  /// Without brackets, in small letters.
  package var host: String
  /// Nil for the scheme's own.
  package var port: Int?
  /// From the first slash on, with the query.
  package var path: String

  /// Nil where the text is no such URL, names no host, or holds blanks, control characters or a login.
  package init?(_ text: String) {
    guard text.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 }), let colon = text.firstRange(of: "://")
    else {
      return nil
    }
    switch text[..<colon.lowerBound].lowercased() {
    case "https": isEncrypted = true
    case "http": isEncrypted = false
    default: return nil
    }
    let rest = text[colon.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    path = String(rest[end...])
    guard !path.contains("#"), !rest[..<end].contains("@") else { return nil }
    var authority = rest[..<end]
    if authority.first == "[" {
      guard let close = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<close].lowercased()
      authority = authority[authority.index(after: close)...]
    } else {
      let stop = authority.firstIndex(of: ":") ?? authority.endIndex
      host = authority[..<stop].lowercased()
      authority = authority[stop...]
    }
    guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || ".-_:".contains($0) }) else { return nil }
    guard !authority.isEmpty else { return }
    guard authority.first == ":", let number = Int(authority.dropFirst()), (1...65_535).contains(number) else {
      return nil
    }
    port = number
  }

  /// A host of this machine alone.
  package var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Whether something may be sent there: what is not encrypted stays on this machine.
  package var isAllowed: Bool { isEncrypted || isLoopback }
}
