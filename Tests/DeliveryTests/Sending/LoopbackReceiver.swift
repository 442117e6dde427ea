import Foundation
import Glibc
import Synchronization

/// A receiver on this host that does to each connection what the test wants: with real sockets, so that what is tested
/// is the client as it will be used.
final class LoopbackReceiver: Sendable {
  enum Behaviour: Sendable {
    /// A whole answer.
    case answer(Int, headers: [String: String] = [:], body: String = "")
    /// It takes the request and never says anything.
    case hang
    /// It takes the request and closes.
    case close
    /// It closes without reading.
    case slam
    /// An answer whose body never ends.
    case drip(Int)
  }

  struct Request: Sendable {
    var head: String
    var body: String
  }

  private struct State {
    var behaviours: [Behaviour]
    var requests: [Request] = []
    var held: [Int32] = []
  }

  let port: Int
  private let listener: Int32
  private let state: Mutex<State>

  /// The last behaviour is that of all further connections.
  init(_ behaviours: Behaviour...) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(in_port_t(bigEndian: address.sin_port))
    state = Mutex(State(behaviours: behaviours))
    Thread.detachNewThread { [self] in serve() }
  }

  /// Ends what it holds open. The thread closes the listener itself: its number may be another one's a moment later,
  /// and whoever still listened by it would take the other's connections.
  func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    for descriptor in state.withLock({ $0.held }) { Glibc.close(descriptor) }
  }

  func url(_ path: String = "/hook") -> String { "http://127.0.0.1:\(port)\(path)" }

  var requests: [Request] { state.withLock { $0.requests } }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else {
        Glibc.close(listener)
        return
      }
      let behaviour = state.withLock { state in
        state.behaviours.count > 1 ? state.behaviours.removeFirst() : state.behaviours[0]
      }
      if case .slam = behaviour {
        Glibc.close(connection)
        continue
      }
      if let request = Self.read(connection) { state.withLock { $0.requests.append(request) } }
      switch behaviour {
      case .answer(let status, let headers, let body):
        var head = "HTTP/1.1 \(status) Said\r\nContent-Length: \(body.utf8.count)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        Self.write(head + "\r\n" + body, connection)
        Glibc.close(connection)
      case .hang: state.withLock { $0.held.append(connection) }
      case .close, .slam: Glibc.close(connection)
      case .drip(let status):
        Self.write("HTTP/1.1 \(status) Said\r\nTransfer-Encoding: chunked\r\n\r\n", connection)
        let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
        while Self.write(chunk, connection) {}
        Glibc.close(connection)
      }
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let head = String(text[..<end.lowerBound])
        let lengths = head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("content-length:") }
        let length = lengths.first.flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) }
        let body = String(text[end.upperBound...])
        if body.utf8.count >= length ?? 0 { return Request(head: head, body: body) }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  @discardableResult
  private static func write(_ text: String, _ connection: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(connection, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
