import Foundation

/// The least of an HTTP client: one request per connection to a port of this host, on a thread of its own so that a
/// waiting read takes no thread from the server's tasks.
struct LoopbackClient: Sendable {
  struct Reply: Sendable {
    var status: Int
    var headers: [String: String]
    var body: String

    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] ?? [:]
    }
  }

  struct Unanswered: Error {}

  let port: Int

  func send(
    _ method: String, _ path: String, body: [UInt8] = [], headers: [String: String] = [:], announceLength: Bool = true
  ) async throws -> Reply {
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    if announceLength { head += "Content-Length: \(body.count)\r\n" }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    let bytes = Array(head.utf8) + Array("\r\n".utf8) + body
    let port = port
    let answer = try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<[UInt8], any Error>) in
      Thread.detachNewThread {
        waiting.resume(with: Result { try Self.exchange(bytes, port: port) })
      }
    }
    return try Self.parse(answer)
  }

  private static func exchange(_ bytes: [UInt8], port: Int) throws -> [UInt8] {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw Unanswered() }
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Unanswered() }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      // A server that has refused already may stop reading: its answer is there all the same.
      guard count > 0 else { break }
      sent += count
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return answer }
      answer += buffer[..<count]
    }
  }

  private static func parse(_ answer: [UInt8]) throws -> Reply {
    let text = String(decoding: answer, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { throw Unanswered() }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { throw Unanswered() }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    return Reply(status: status, headers: headers, body: String(text[end.upperBound...]))
  }
}
