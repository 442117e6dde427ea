import Commands
package import Desk
package import EventLog
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP server of `sitrep serve`: takes alerts in, gives figures out. Paths and fields: `docs/formats.md`.
package struct IntakeServer: Service {
  private let receiver: any AlertReceiver
  private let address: ServerAddress
  private let keys: [SenderKey]
  private let pagers: [PagerSender]
  private let version: String
  private let logger: Logger
  private let now: @Sendable () -> Instant
  private let onListening: @Sendable (ServerAddress) async -> Void

  /// Connections that do nothing for this long are closed; Alertmanager opens new ones as it needs them.
  private static let idleTimeout = TimeAmount.seconds(120)

  /// - Parameters:
  ///   - keys: valid beside those of the store.
  ///   - pagers: the other pagers that may tell something.
  ///   - version: of Sitrep, for the status and the figures.
  ///   - now: the wall clock.
  ///   - onListening: called once with the address that is listened at, the port that the system chose in it.
  package init(
    receiver: any AlertReceiver, listen address: ServerAddress, keys: [SenderKey] = [], pagers: [PagerSender] = [],
    version: String, logger: Logger,
    now: @escaping @Sendable () -> Instant, onListening: @escaping @Sendable (ServerAddress) async -> Void = { _ in }
  ) {
    self.receiver = receiver
    self.address = address
    self.keys = keys
    self.pagers = pagers
    self.version = version
    self.logger = logger
    self.now = now
    self.onListening = onListening
  }

  /// Listens and answers until the service is told to shut down; requests that run are answered first.
  /// - Throws: `Trouble`, where the address may not be or cannot be listened at, or the keys cannot be read.
  package func run() async throws {
    let hasKeys = !(try keys + receiver.keys()).isEmpty
    if let trouble = ListenPolicy.trouble(listeningAt: address, hasKeys: hasKeys) { throw trouble }
    let responder = IntakeResponder(
      receiver: receiver, address: address, configured: keys, pagers: pagers, version: version, startedAt: now(),
      now: now,
      logger: logger)
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    let (address, onListening) = (address, onListening)
    let application = Application(
      responder: responder, server: .http1(configuration: .init(idleTimeout: Self.idleTimeout)),
      configuration: .init(address: .hostname(address.host, port: address.port)),
      onServerRunning: { channel in
        await onListening(ServerAddress(host: address.host, port: channel.localAddress?.port ?? address.port))
      }, logger: quiet)
    do {
      try await application.run()
    } catch {
      throw BindTrouble.trouble(error, at: address)
    }
  }
}
