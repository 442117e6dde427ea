import Delivery
import EventLog
import Foundation
import Ledger
import Synchronization

@testable import Watch

/// A store in a folder of its own, removed with it, whose clock is the watch's.
final class WatchedStore: Sendable {
  let folder: String
  let clock: ScriptedClock

  init(_ clock: ScriptedClock = ScriptedClock()) throws {
    self.clock = clock
    folder = NSTemporaryDirectory() + "/watch-test-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// - Parameter time: of the file; nil for the watch's.
  func open(clock time: (@Sendable () -> Instant)? = nil) throws -> Ledger {
    let clock = clock
    return try Ledger(
      path: folder + "/sitrep.db", folds: [], clock: time ?? { clock.now },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
  }
}

/// Keeps what it was given, and answers as told.
final class RecordingCarrier: LetterCarrier {
  private let carried = Mutex<[String]>([])
  private let outcomes: Mutex<[Outcome]>
  private let rate: ChannelRate
  private let plan: RetryPlan

  /// The last outcome is that of all further letters.
  init(
    _ outcomes: Outcome..., rate: ChannelRate = ChannelRate(perMinute: 6_000, burst: 1_000),
    plan: RetryPlan = RetryPlan()
  ) {
    self.outcomes = Mutex(outcomes.isEmpty ? [.delivered(receipt: "200")] : outcomes)
    self.rate = rate
    self.plan = plan
  }

  var keys: [String] { carried.withLock { $0 } }
  var longestAttempt: Span { .seconds(31) }

  func channel(_ name: String) -> Channel? {
    name == "gone" ? nil : Channel(name: name, kind: .slack(webhook: Secret("x")), rate: rate, plan: plan)
  }

  func carry(_ letter: Letter, attempt: Int) async -> Outcome {
    carried.withLock { $0.append(letter.key) }
    return outcomes.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }
}

/// What a watch reports.
final class Reports: Sendable {
  private let notices = Mutex<[WatchNotice]>([])

  var all: [WatchNotice] { notices.withLock { $0 } }
  func add(_ notice: WatchNotice) { notices.withLock { $0.append(notice) } }
}

extension Watch {
  init(
    _ ledger: Ledger, _ number: Int, works: [any DueWork] = [], postman: Postman? = nil, clock: ScriptedClock,
    reports: Reports = Reports()
  ) {
    self.init(
      ledger, as: Lease.Holder(node: ledger.node, host: "desk", process: number, role: "serve"), works: works,
      postman: postman, clock: clock, report: reports.add)
  }
}

/// A watch with a postman, both of which are led by hand.
struct Watcher: Sendable {
  let watch: Watch
  let postman: Postman
  let duty = WatchDuty()
  let reports: Reports

  init(
    _ ledger: Ledger, _ number: Int, _ carrier: any LetterCarrier, clock: ScriptedClock,
    settled: @escaping @Sendable (OutboxLetter, LetterEnd, Transaction) throws -> Void = { _, _, _ in }
  ) {
    reports = Reports()
    postman = Postman(ledger, carrier: carrier, clock: clock, chance: { 0 }, settled: settled)
    watch = Watch(ledger, number, postman: postman, clock: clock, reports: reports)
  }

  /// Looks once, and sends until nothing more can be sent now.
  ///
  /// - Returns: when to look again.
  @discardableResult
  func pass() async throws -> Instant {
    let next = await watch.pass(duty)
    while true {
      let (errands, due) = try await postman.errands(duty, reports.add)
      if errands.isEmpty { return min(next, due ?? next) }
      for errand in errands { await postman.carryOut(errand, duty, timing: WatchTiming(), reports.add) }
    }
  }
}

extension Letter {
  static func sample(_ key: String, channel: String = "hook", isRepeatable: Bool = false) -> Letter {
    Letter(
      key: key, channel: channel, content: LetterContent(title: "t", text: "text", subject: "s"),
      isRepeatable: isRepeatable)
  }
}

extension Ledger {
  func post(_ letters: Letter...) throws {
    try writeAndWait { transaction in for letter in letters { try transaction.post(letter) } }
  }

  func letter(_ key: String) throws -> OutboxLetter? { try read { try $0.letter(key: key) } }
}
