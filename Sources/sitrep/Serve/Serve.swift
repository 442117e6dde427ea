import ArgumentParser
import CProcess
import Commands
import Desk
import EventLog
import Intake
import Ledger
import Logging
import ServiceLifecycle
import Settings
import UnixSignals

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The daemon: takes alerts in, pages people, sends letters, lets quiet minor incidents end.",
    discussion: """
      Alertmanager posts to http://HOST:PORT/api/v1/alertmanager; see docs/alertmanager.md. It pages people for services \
      whose pager is sitrep (services.yaml), by the escalation of oncall.yaml and the ways of sitrep.yaml.
      """
  )

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one, which is printed.", valueName: "host:port"))
  var listen: String?

  func run() throws {
    sitrep_one_heap()
    // Unlike a console, the daemon must not work by half a configuration.
    _ = try Session.settings(try Session.places(options))
    let session = try Session.openForServing(options)
    let address = try Self.address(listen, session.configuration)
    var logger = Logger(label: "sitrep") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .notice
    let log = logger
    // Waiting is all this thread does from here on; the services run on their own.
    let done = Latch()
    let failure = Failure()
    Task {
      do { try await Self.serve(session, at: address, logger: log) } catch { failure.set(Trouble(any: error)) }
      done.open()
    }
    done.wait()
    session.desk.ledger.close()
    if let trouble = failure.trouble { throw trouble }
  }

  private static func address(_ text: String?, _ configuration: Configuration) throws(Trouble) -> ListenAddress {
    guard let text else { return configuration.listen }
    guard let address = ListenAddress(text) else {
      throw Trouble(.badInput, "\"\(text)\" is no address: write HOST:PORT, for example 127.0.0.1:7780.")
    }
    return address
  }

  private static func serve(_ session: Session, at address: ListenAddress, logger: Logger) async throws {
    let server = IntakeServer(
      receiver: session.desk, listen: ServerAddress(host: address.host, port: address.port),
      keys: try ConfiguredKey.keys(session.configuration.console.intakeKey),
      pagers: try ConfiguredPagers.senders(session.configuration.console.pagers), version: BuildVersion.text,
      logger: logger,
      now: SystemClock.now,
      onListening: {
        Output.complain("listening on http://\($0) for the store \(session.paths.database)")
        // A daemon runs for months and starts once.
        sitrep_code_let_go()
      })
    // A page may be the first one ever, and then it is too late to learn that it does not come.
    let confirmed = try ConfirmedWays(session).people(session.configuration)
    for problem in session.configuration.problems(ofPagingConfirmedBy: confirmed) {
      Output.complain(problem.description)
    }
    let texts = Dictionary(session.configuration.texts.map { ($0.name, $0.text) }) { first, _ in first }
    try await session.desk.recordConfiguration(
      hash: session.configuration.hash, texts: texts,
      by: Actor(person: "sitrep", via: "serve", assurance: .machine))
    let watch = try WatchService(session, logger: logger)
    let group = ServiceGroup(
      configuration: .init(
        services: [.init(service: server), .init(service: watch)], gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger))
    try await group.run()
  }
}
