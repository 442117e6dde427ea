/// Where the server listens: a host and a port.
package struct ServerAddress: Hashable, Sendable {
  package var host: String
  /// 0 lets the system choose one.
  package var port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Whether only this host can reach it. A name other than "localhost" is taken for reachable.
  package var isLoopback: Bool {
    if host.lowercased() == "localhost" || host == "::1" || host == "0:0:0:0:0:0:0:1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

extension ServerAddress: CustomStringConvertible {
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
