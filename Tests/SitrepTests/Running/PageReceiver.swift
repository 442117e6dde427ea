import EventLog
import Foundation
import Glibc
import Synchronization

/// A receiver of webhooks on loopback that counts by idempotency key, and does with each request what the test says.
final class PageReceiver: Sendable {
  /// What becomes of the next request.
  enum Manner: Sendable {
    /// Read, counted, answered.
    case answer
    /// The connection is taken, and nothing is read.
    case deaf
    /// Read and counted, and never answered.
    case silent
  }

  private struct State {
    var manner = Manner.answer
    /// How often each letter came, by its key.
    var counts: [String: Int] = [:]
    /// The idempotency keys that came with a letter.
    var identities: [String: Set<String>] = [:]
    /// Connections that were taken and wait for their end.
    var open: [Int32] = []
  }

  let port: Int
  private let listener: Int32
  private let state = Mutex(State())
  private let seen = DispatchSemaphore(value: 0)
  private let unanswered = DispatchSemaphore(value: 0)

  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRINUSE) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        guard let self else {
          close(connection)
          return
        }
        Thread.detachNewThread { self.take(connection) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  var counts: [String: Int] { state.withLock { $0.counts } }
  var identities: [String: Set<String>] { state.withLock { $0.identities } }

  /// What becomes of requests from now on.
  func set(_ manner: Manner) { state.withLock { $0.manner = manner } }

  /// Ends the connections that were left without an answer.
  func hangUp() {
    let open = state.withLock { state in
      defer { state.open = [] }
      return state.open
    }
    for connection in open {
      // Ended for whoever inherited it at the wrong moment, too.
      shutdown(connection, Int32(SHUT_RDWR))
      close(connection)
    }
  }

  /// Waits until a request came, whatever became of it.
  func waits() -> Bool { seen.wait(timeout: .now() + 120) == .success }

  /// Waits until a request came that is left without an answer.
  func waitsUnanswered() -> Bool { unanswered.wait(timeout: .now() + 120) == .success }

  /// Waits until a letter whose key holds these words has come.
  func waits(for words: String) -> Bool {
    while !counts.keys.contains(where: { $0.contains(words) }) { guard waits() else { return false } }
    return true
  }

  private func take(_ connection: Int32) {
    let manner = state.withLock { $0.manner }
    if case .deaf = manner {
      state.withLock { $0.open.append(connection) }
      unanswered.signal()
      return
    }
    guard let (head, body) = read(connection),
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body)),
      let data = value["data"], let key = data["key"]?.string
    else {
      close(connection)
      return
    }
    let identity =
      head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("webhook-id:") }.map { String($0.dropFirst(11)) }
      ?? ""
    state.withLock { state in
      state.counts[key, default: 0] += 1
      state.identities[key, default: []].insert(identity)
      if case .silent = manner { state.open.append(connection) }
    }
    if case .answer = manner {
      let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
      _ = answer.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
      close(connection)
    } else {
      unanswered.signal()
    }
    seen.signal()
  }

  private func read(_ connection: Int32) -> (head: String, body: [UInt8])? {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
        let length =
          head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        let body = received[end.upperBound...]
        if body.count >= length { return (head, Array(body.prefix(length))) }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received += buffer.prefix(count)
    }
  }
}
