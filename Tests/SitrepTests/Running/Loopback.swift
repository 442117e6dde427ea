import Foundation
import Glibc
import Synchronization

/// A connection to a server of this host that sends requests one after the other.
final class Loopback {
  private let descriptor: Int32

  /// - Throws: where nobody listens.
  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      close(descriptor)
      throw POSIXError(.ECONNREFUSED)
    }
  }

  deinit { close(descriptor) }

  /// The last port given away; below those that the system gives to whoever connects.
  private static let lastPort = Mutex(Int.random(in: 12_000..<30_000))

  /// A port that nobody listened at a moment ago, and that no other test of this process was given lately.
  static func freePort() -> Int {
    lastPort.withLock { port in
      repeat { port = port < 30_000 ? port + 1 : 12_000 } while !isFree(port)
      return port
    }
  }

  private static func isFree(_ port: Int) -> Bool {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = in_port_t(port).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// The status of the answer; nil where the server went away before it had answered whole.
  func request(_ method: String, _ path: String, body: String = "") -> (status: Int, body: String)? {
    let text =
      "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return nil }
      rest = rest.dropFirst(sent)
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let answer = Self.answer(received) { return answer }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received += buffer.prefix(count)
    }
  }

  private static func answer(_ bytes: [UInt8]) -> (status: Int, body: String)? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let head = text[..<end.lowerBound]
    let length = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)) }
    let body = text[end.upperBound...]
    guard body.utf8.count >= length ?? 0, let status = Int(head.split(separator: " ")[1]) else { return nil }
    return (status, String(body))
  }
}

/// Bodies as Alertmanager sends them.
enum AlertBody {
  static func firing(_ fingerprint: String, labels: [String: String] = [:], summary: String = "Too many errors") throws
    -> String
  {
    let all = ["alertname": "HighErrorRate", "severity": "critical", "service": "checkout"].merging(labels) { $1 }
    let body: [String: Any] = [
      "version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "firing", "receiver": "sitrep",
      "groupLabels": [:] as [String: String], "commonLabels": [:] as [String: String],
      "commonAnnotations": [:] as [String: String], "externalURL": "http://localhost",
      "alerts": [
        [
          "status": "firing", "labels": all, "annotations": ["summary": summary], "startsAt": "2026-01-01T10:00:00Z",
          "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "http://localhost/graph", "fingerprint": fingerprint,
        ] as [String: Any]
      ],
    ]
    return String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
  }
}
