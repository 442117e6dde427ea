import Commands
import Delivery
import Desk
import Dispatch
import Glibc
import Ledger
import Logging
import ServiceLifecycle
import Watch

/// The daemon's watch: what is due by the clock is done, and letters are sent, by one process of all that could.
struct WatchService: Service {
  let desk: Desk
  /// Nil where no channel is configured; then nothing of the sending is made at all.
  let carrier: Carrier?
  let host: String
  let logger: Logger

  func run() async throws {
    let clock = SystemWatchClock()
    let postman = carrier.map { carrier in
      Postman(
        desk.ledger, carrier: carrier, clock: SystemWatchClock(), chance: { Double.random(in: 0..<1) },
        settled: { [desk] in try desk.record($0, $1, by: IncidentWork.actor, in: $2) })
    }
    let bell = try desk.ledger.bell()
    let listener = DispatchSource.makeReadSource(fileDescriptor: bell.fileDescriptor)
    listener.setEventHandler { if bell.drain() { clock.call() } }
    listener.activate()
    let logger = logger
    let watch = Watch(
      desk.ledger,
      as: Lease.Holder(
        node: desk.ledger.node, host: host, process: Int(getpid()), role: "serve"),
      works: [IncidentWork(desk: desk)],
      postman: postman, clock: clock,
      report: { notice in
        switch notice {
        case .trouble, .undelivered, .inDoubt, .lost: logger.error("\(notice.sentence)")
        case .clock, .waits: logger.notice("\(notice.sentence)")
        case .began: logger.info("\(notice.sentence)")
        }
      })
    await cancelWhenGracefulShutdown { await watch.run() }
    listener.cancel()
    await carrier?.close()
  }
}
