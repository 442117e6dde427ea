package import Commands

/// Where the server listens: a host and a port.
package struct ListenAddress: Hashable, Sendable {
  package var host: String
  /// 0 lets the system choose one.
  package var port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Where `serve` listens unless it is told otherwise.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 7780)

  /// Reads "127.0.0.1:7780", "[::1]:7780", "bastion:7780" or ":7780" (every address of the host).
  /// - Throws: `badInput`, where the text is none of these.
  package init(_ text: String) throws(Trouble) {
    let wrong = Trouble(
      .badInput, "\(quoted(text)) is no address to listen at. Write HOST:PORT, for instance 127.0.0.1:7780.")
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port), text[text.index(after: colon)...].utf8.allSatisfy(Byte.isDigit)
    else { throw wrong }
    var host = text[..<colon]
    if host.first == "[" {
      guard host.last == "]" else { throw wrong }
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      throw Trouble(
        .badInput, "\(quoted(text)) is no address to listen at. Write an IPv6 address in brackets: [::1]:7780.")
    }
    guard host.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != Byte.slash }) else { throw wrong }
    self.init(host: host.isEmpty ? "0.0.0.0" : String(host), port: port)
  }

  /// Whether only this host can reach it. A name other than "localhost" is taken for reachable.
  package var isLoopback: Bool {
    if host.lowercased() == "localhost" || host == "::1" || host == "0:0:0:0:0:0:0:1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

extension ListenAddress: CustomStringConvertible {
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
