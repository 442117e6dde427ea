import AsyncHTTPClient
import EventLog
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Sends requests and takes answers. The client behind it is made for the first request: whoever has no such channel
/// pays nothing for it.
final class HTTPSender: Sendable {
  private enum State: Sendable {
    case unused
    case open(HTTPClient)
    case closed
  }

  let limits: HTTPLimits
  private let state = Mutex(State.unused)

  init(limits: HTTPLimits) { self.limits = limits }

  /// - Throws: where no answer came, with whether the receiver can have got anything.
  func send(_ request: OutgoingRequest) async throws(HTTPFailure) -> HTTPAnswer {
    guard let client = client() else {
      throw HTTPFailure(isBeforeSending: true, reason: "Sitrep is about to end.")
    }
    var wire = HTTPClientRequest(url: request.url.revealed)
    wire.method = HTTPMethod(rawValue: request.method.rawValue)
    for header in request.headers { wire.headers.add(name: header.name, value: header.value.revealed) }
    // A connection that was kept may be closed at the very moment of sending, and leave a doubt.
    wire.headers.add(name: "connection", value: "close")
    if !request.body.isEmpty { wire.body = .bytes(ByteBuffer(bytes: request.body)) }
    let deadline = NIODeadline.now() + .milliseconds(limits.whole.milliseconds)
    let host = OutwardAddress(request.url.revealed)?.host ?? "the receiver"
    do {
      let response = try await client.execute(wire, deadline: deadline)
      var answer = HTTPAnswer(
        status: Int(response.status.code), retryAfter: response.headers.first(name: "retry-after"))
      answer.body = await body(of: response)
      return answer
    } catch {
      throw HTTPFailureReading.failure(error, host: host, limits: limits)
    }
  }

  func close() async {
    let client = state.withLock { state -> HTTPClient? in
      defer { state = .closed }
      if case .open(let client) = state { return client }
      return nil
    }
    guard let client else { return }
    try? await client.shutdown()
  }

  deinit {
    // A client that is let go while it is open ends the process.
    if case .open(let client) = state.withLock({ $0 }) { client.shutdown { _ in } }
  }

  /// The status has been given: what cannot be read of the rest changes nothing about it.
  private func body(of response: HTTPClientResponse) async -> String {
    guard let buffer = try? await response.body.collect(upTo: limits.answer) else { return "" }
    return String(buffer: buffer)
  }

  private func client() -> HTTPClient? {
    state.withLock { state in
      switch state {
      case .closed: return nil
      case .open(let client): return client
      case .unused:
        var configuration = HTTPClient.Configuration(
          redirectConfiguration: .disallow,
          timeout: HTTPClient.Configuration.Timeout(
            connect: .milliseconds(limits.connect.milliseconds), read: .milliseconds(limits.whole.milliseconds)))
        configuration.httpVersion = .http1Only
        // Trying again is the outbox's part: it is slower, and written down.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(
          eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton), configuration: configuration)
        state = .open(client)
        return client
      }
    }
  }
}
