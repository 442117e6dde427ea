/// Where `serve` listens.
package struct ListenAddress: Hashable, Sendable {
  package var host: String
  /// 0 lets the system choose one.
  package var port: Int

  package static let shipped = ListenAddress(host: "127.0.0.1", port: 7780)

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads "127.0.0.1:7780", "localhost:7780" or "[::1]:7780"; nil where it is not such an address.
  package init?(_ text: some StringProtocol) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
      guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
    } else {
      guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) })
      else { return nil }
    }
    self.init(host: host, port: port)
  }

  /// Reached from this host only, and so open without a key.
  package var isLoopback: Bool { host == "localhost" || host == "::1" || isLoopbackIPv4 }

  private var isLoopbackIPv4: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

extension ListenAddress: CustomStringConvertible {
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
