import Commands
import Delivery
import Desk
import Dispatch
import EventLog
import Glibc
import Ledger
import Settings
import Watch

/// The watch of this process: what is due by the clock is done, and letters are sent, by one process of all that could.
final class Watching: Sendable {
  private let desk: Desk
  /// Nil where no channel is configured; then nothing of the sending is made at all.
  private let carrier: Carrier?
  private let sign: OutwardSign?
  private let settings: WatchSettings
  private let role: String
  private let sendsOnly: Bool
  private let report: @Sendable (WatchNotice) -> Void

  /// - Parameters:
  ///   - role: what this process is ("serve", "console", "page").
  ///   - sendsOnly: it sends letters and decides on nothing, as for a verb that lasts for moments.
  /// - Throws: where a secret is not at hand: who cannot send must not look like somebody who watches.
  init(
    _ session: Session, role: String, sendsOnly: Bool = false, report: @escaping @Sendable (WatchNotice) -> Void
  ) throws(Trouble) {
    let console = session.configuration.console
    let channels = try ConfiguredChannels.channels(console.channels)
    desk = session.desk
    let redaction = OutwardRedaction(session.configuration.console.redactionPatterns)
    carrier = channels.isEmpty ? nil : Carrier(channels, redaction: redaction, now: SystemClock.now)
    settings = console.watch
    self.role = role
    self.sendsOnly = sendsOnly
    self.report = report
    if let ping = console.watch.ping, !sendsOnly {
      sign = OutwardSign(Secret(try SecretText.fetch(ping, named: "watch.ping")))
    } else {
      sign = nil
    }
  }

  /// Watches until the task is cancelled.
  /// - Throws: where the store's bell cannot be heard.
  func run() async throws {
    let clock = SystemWatchClock()
    let actor = Actor(person: "sitrep", via: role, assurance: .machine)
    let postman = carrier.map { carrier in
      Postman(
        desk.ledger, carrier: carrier, clock: SystemWatchClock(), chance: { Double.random(in: 0..<1) },
        settled: { [desk] in try desk.record($0, $1, by: actor, in: $2) })
    }
    let bell = try desk.ledger.bell()
    let listener = DispatchSource.makeReadSource(fileDescriptor: bell.fileDescriptor)
    listener.setEventHandler { if bell.drain() { clock.call() } }
    listener.activate()
    let watch = Watch(
      desk.ledger,
      as: Lease.Holder(node: desk.ledger.node, host: Surroundings.host, process: Int(getpid()), role: role),
      works: works(clock, actor), postman: postman, clock: clock, timing: timing,
      life: LedgerLife(ledger: desk.ledger), report: report)
    await watch.run()
    listener.cancel()
    await carrier?.close()
    await sign?.close()
  }

  private func works(_ clock: any WatchClock, _ actor: Actor) -> [any DueWork] {
    guard !sendsOnly else { return [] }
    let incidents = IncidentWork(desk, by: actor)
    guard let sign else { return [incidents] }
    let ledger = desk.ledger
    let work = SignWork(
      every: settings.pingEvery, clock: clock, isWell: { incidents.isWell }, send: { await sign.send() },
      note: { failure in
        if let failure { self.report(.trouble("The sign of life to the outside did not arrive. \(failure)")) }
        try? await ledger.write { try Desk.noteSign(failure, in: $0) }
      })
    return [incidents, work]
  }

  private var timing: WatchTiming {
    guard let lease = settings.lease else { return WatchTiming() }
    return WatchTiming(leaseLength: lease, renewEvery: .milliseconds(lease.milliseconds * 2 / 5))
  }
}
