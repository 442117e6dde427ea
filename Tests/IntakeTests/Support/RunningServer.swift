import Desk
import EventLog
import Intake
import Logging
import ServiceLifecycle

/// A server on a port of loopback for as long as the body runs.
func withServer<Result: Sendable>(
  _ receiver: RecordingReceiver, at host: String = "127.0.0.1", keys: [SenderKey] = [], pagers: [PagerSender] = [],
  now: @escaping @Sendable () -> Instant = { moment },
  _ body: @Sendable (LoopbackClient) async throws -> Result
) async throws -> Result {
  let (listening, continuation) = AsyncStream.makeStream(of: ServerAddress.self)
  let server = IntakeServer(
    receiver: receiver, listen: ServerAddress(host: host, port: 0), keys: keys, pagers: pagers, version: "1.2.3",
    logger: .silent,
    now: now,
    onListening: { continuation.yield($0) })
  let group = ServiceGroup(configuration: .init(services: [server], logger: .silent))
  return try await withThrowingTaskGroup(of: Void.self) { tasks in
    tasks.addTask {
      defer { continuation.finish() }
      try await group.run()
    }
    var result: Result?
    for await address in listening {
      result = try await body(LoopbackClient(port: address.port))
      break
    }
    await group.triggerGracefulShutdown()
    try await tasks.waitForAll()
    guard let result else { throw LoopbackClient.Unanswered() }
    return result
  }
}

/// 2026-11-21T03:31:00Z.
let moment = Instant(milliseconds: 1_795_231_860_000)

extension Logger {
  static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
