/// Tells a name that is only used inside by its look: a host, an address.
enum InsideName {
  static func isOne(_ token: String) -> Bool {
    var host = Substring(token)
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { !"/?#".contains($0) }
    if let login = host.lastIndex(of: "@") { host = host[host.index(after: login)...] }
    host = host.prefix { $0 != ":" }
    let plain = host.lowercased()
    return isAddress(plain) || isInside(plain) || isNumbered(plain)
  }

  /// "10.2.0.17": users know no number, whether it leads inside or not.
  private static func isAddress(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func isInside(_ host: String) -> Bool {
    if host == "localhost" { return true }
    guard let dot = host.lastIndex(of: "."), dot != host.startIndex else { return false }
    return inside.contains(String(host[host.index(after: dot)...]))
  }

  /// "db-prod-01", "api-7f9c4", "ip-10-0-3-7": small letters, a dash and a part with a digit.
  private static func isNumbered(_ host: String) -> Bool {
    let first = host.prefix { $0 != "." }
    let parts = first.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 2, let head = parts.first, head.count >= 2, head.allSatisfy({ $0.isASCII && $0.isLetter }),
      !words.contains(String(head)), parts.allSatisfy({ !$0.isEmpty }),
      first.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { return false }
    return parts.dropFirst().contains { part in part.contains(where: \.isNumber) }
  }

  private static let inside: Set = [
    "internal", "intern", "local", "localhost", "localdomain", "lan", "corp", "intra", "intranet", "private", "home",
    "arpa", "svc", "consul", "cluster",
  ]

  /// What is numbered and known to everybody.
  private static let words: Set = [
    "sev", "utf", "sha", "iso", "covid", "tier", "level", "step", "phase", "version", "release", "http", "tls", "mid",
    "pre", "post", "under", "over", "top", "one", "two", "error", "code", "page",
  ]
}
