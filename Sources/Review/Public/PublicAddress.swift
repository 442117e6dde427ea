/// Which addresses a public text may hold: those of hosts that everybody can have heard of.
enum PublicAddress {
  static let leftOut = "(address left out)"

  /// Whether a link leads to a host with a public name, and carries no login.
  static func isPublic(_ address: WebAddress) -> Bool {
    guard let start = address.text.firstRange(of: "://")?.upperBound else { return false }
    let place = address.text[start...].prefix { !"/?#".contains($0) }
    guard !place.contains("@") else { return false }
    let host = place.prefix { $0 != ":" }.lowercased()
    return host.contains(".") && !isInside(host) && !isPrivateNumber(host)
  }

  /// The text, each address in it that leads inside or to a person left out in so many words.
  static func withoutInternal(_ text: String) -> String {
    guard mayHold(text) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: isPart) {
      result += rest[..<start]
      let token = rest[start...].prefix(while: isPart)
      rest = rest[token.endIndex...]
      // What ends a sentence or a bracket is no part of the address.
      let tail = token.reversed().prefix { ".,:;?!".contains($0) }.count
      let address = token.dropLast(tail)
      result += leadsInside(address) ? leftOut + token.suffix(tail) : String(token)
    }
    return result + rest
  }

  /// Whether there is a dot inside of a word, or a colon before a slash: most lines have neither.
  private static func mayHold(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { byte, next in
      byte == UInt8(ascii: ".") && next > 47 || byte == UInt8(ascii: ":") && next == UInt8(ascii: "/")
    }
  }

  private static func leadsInside(_ token: Substring) -> Bool {
    if let scheme = token.firstRange(of: "://") {
      let start = token[..<scheme.lowerBound].lastIndex { !$0.isLetter }.map(token.index(after:)) ?? token.startIndex
      guard let address = WebAddress(String(token[start...])) else { return true }
      return !isPublic(address)
    }
    guard token.contains(".") else { return false }
    // An address of mail is a person's or a team's.
    if let at = token.firstIndex(of: "@") { return at != token.startIndex && token[at...].contains(".") }
    let host = token.prefix { !"/:?#=".contains($0) }.lowercased()
    return isInside(host) || isPrivateNumber(host)
  }

  private static func isInside(_ host: String) -> Bool {
    guard let dot = host.lastIndex(of: "."), dot != host.startIndex else { return host == "localhost" }
    return inside.contains(String(host[host.index(after: dot)...]))
  }

  private static let inside: Set = [
    "internal", "intern", "local", "localhost", "localdomain", "lan", "corp", "intra", "intranet", "private", "home",
    "arpa",
    "svc", "consul", "cluster",
  ]

  private static func isPrivateNumber(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4, let first = parts[0], let second = parts[1], parts[2] != nil, parts[3] != nil else {
      return false
    }
    switch (first, second) {
    case (10, _), (127, _), (192, 168), (169, 254), (172, 16...31), (100, 64...127): return true
    default: return false
    }
  }

  private static func isPart(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return character.isLetter }
    switch byte {
    case 48...57, 65...90, 97...122: return true
    default: return "-._~:/?#@!$&+,;=%".utf8.contains(byte)
    }
  }
}
