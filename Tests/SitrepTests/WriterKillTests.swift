import Desk
import EventLog
import Foundation
import Glibc
import Incidents
import Ledger
import Synchronization
import TestSupport
import Testing

/// A writer is killed at a random moment, again and again: what it has answered is there, and nothing is there by half.
@Suite(.serialized) struct WriterKillTests {
  /// Those alerts whose sender was told that they are recorded.
  private final class Answered: Sendable {
    private let stored = Mutex<[String]>([])
    private let each = DispatchSemaphore(value: 0)

    var fingerprints: [String] { stored.withLock { $0 } }

    func add(_ fingerprint: String) {
      stored.withLock { $0.append(fingerprint) }
      each.signal()
    }

    /// Waits for so many of them.
    func wait(for count: Int) -> Bool {
      (0..<count).allSatisfy { _ in each.wait(timeout: .now() + 60) == .success }
    }
  }

  /// Sends alerts one after the other until the server goes away.
  private static func send(round: Int, sender: Int, to port: Int, _ answered: Answered) {
    guard let connection = try? Loopback(port: port) else { return }
    for number in 1... {
      let fingerprint = "r\(round)s\(sender)n\(number)"
      guard let body = try? AlertBody.firing(fingerprint, labels: ["instance": fingerprint]),
        let answer = connection.request("POST", "/api/v1/alertmanager", body: body)
      else { return }
      if answer.status == 200 { answered.add(fingerprint) }
    }
  }

  /// Sends so many alerts and notes those that were not taken.
  private static func send(_ count: Int, place: Int, to port: Int, _ refused: Answered) {
    guard let connection = try? Loopback(port: port) else { return refused.add("\(place)") }
    for number in 1...count {
      let fingerprint = "p\(place)n\(number)"
      let status = (try? AlertBody.firing(fingerprint)).flatMap {
        connection.request("POST", "/api/v1/alertmanager", body: $0)?.status
      }
      if status != 200 { refused.add("\(fingerprint): \(status ?? 0)") }
    }
  }

  private func ledger(_ path: String) throws -> Ledger {
    try Ledger(
      path: path, folds: Desk.folds, clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
      random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
  }

  /// What the store holds after all that: every answered alert, a whole chain, and the same again when rebuilt.
  private func check(_ sitrep: Home, _ answered: [String], round: Int) throws -> Int {
    let ledger = try ledger(sitrep.store)
    defer { ledger.close() }
    let report = try ledger.verify()
    #expect(report.isSound, "round \(round): \(report.damage)")
    var missing = 0
    for fingerprint in answered {
      let stream = Alert.stream(source: "alertmanager", fingerprint: fingerprint)
      let alert = try ledger.read { try $0.state(AlertFold.self, stream) }
      if alert?.isFiring != true || alert?.incident == nil { missing += 1 }
    }
    try #require(missing == 0, "round \(round): \(missing) of \(answered.count) are missing")
    return report.events
  }

  @Test(.timeLimit(.minutes(120)))
  func nothingThatWasAnsweredIsLost() async throws {
    let rounds = Soak.isOn ? 500 : 20
    var random = SeededNumbers(seed: 20_261_121)
    let sitrep = try Home()
    var answered: [String] = []
    var events = 0
    let began = Date()
    for round in 1...rounds {
      let port = Loopback.freePort()
      let serve = try sitrep.start("serve", "--listen", "127.0.0.1:\(port)")
      #expect(serve.waits(for: "listening"), "round \(round): \(serve.complaint)")
      let told = Answered()
      let done = DispatchGroup()
      for sender in 1...3 {
        done.enter()
        Thread.detachNewThread {
          Self.send(round: round, sender: sender, to: port, told)
          done.leave()
        }
      }
      // Once something is under way, at any moment of what follows.
      let least = Int.random(in: 1...12, using: &random)
      let moment = Int.random(in: 0...4_000_000, using: &random)
      let isUnderWay = await Task.detached { told.wait(for: least) }.value
      #expect(isUnderWay, "round \(round): \(serve.complaint)")
      var spent: UInt64 = 0
      for turn in 0..<moment { spent = spent &* 31 &+ UInt64(turn) }
      withExtendedLifetime(spent) {}
      #expect(serve.end(SIGKILL) == 128 + SIGKILL)
      _ = await Task.detached { done.waitForAll() }.value
      #expect(told.fingerprints.count >= least)
      answered += told.fingerprints
      // All of them every so often, else those of this round.
      events = try check(sitrep, round % 100 == 0 || round == rounds ? answered : told.fingerprints, round: round)
    }
    let ledger = try ledger(sitrep.store)
    let before = try ledger.projectionTables.map { try ledger.dump(table: $0) }
    _ = try ledger.rebuild()
    #expect(try ledger.projectionTables.map { try ledger.dump(table: $0) } == before)
    ledger.close()
    #expect(try sitrep("db", "verify").code == 0)
    let seconds = Int(Date().timeIntervalSince(began))
    Soak.report(
      "\(rounds) kills of a writing serve: \(answered.count) answered alerts all there, \(events) events, verify sound, "
        + "rebuild equal, \(seconds) s")
  }

  private static let mayTrace: Bool =
    Program.isInstalled("strace")
    && (try? Home().run(["--version"], through: ["strace", "-o", "/dev/null"]))?.code == 0

  @Test(.enabled(if: mayTrace, "strace is not here, or may not trace"))
  func whatIsAnsweredHasReachedTheDiskBefore() throws {
    let sitrep = try Home()
    try sitrep.declare()
    let trace = sitrep.folder + "/trace"
    let run = try sitrep.run(
      ["log", "x"], through: ["strace", "-f", "-e", "trace=fdatasync,fsync,write,pwrite64", "-o", trace])
    #expect(run.code == 0)
    let calls = sitrep.text(trace).split(separator: "\n")
    let answer = try #require(calls.firstIndex { $0.contains("write(1, \"#1 x") })
    let flushes = calls[..<answer].filter { $0.contains("fdatasync(") || $0.contains("fsync(") }
    #expect(!flushes.isEmpty)
    // Nothing was written to the file between the last flush and the answer.
    let last = try #require(calls[..<answer].lastIndex { $0.contains("sync(") })
    #expect(!calls[last..<answer].contains { $0.contains("pwrite64(") && $0.contains("4096,") })
  }

  @Test(.timeLimit(.minutes(120)))
  func eightProcessesAtOnceLoseNothingAndShowNoError() throws {
    let each = Soak.isOn ? 1_000 : 25
    let sitrep = try Home()
    try sitrep.declare()
    let began = Date()
    let script =
      "n=1; while [ $n -le \(each) ]; do \"$0\" log \"w$1 n$n\" -i 1 > /dev/null || exit 1; n=$((n+1)); done"
    var environment = sitrep.environment
    environment["LC_ALL"] = "C.UTF-8"
    let writers = try (1...8).map { writer in
      try Program.spawn(
        ["sh", "-c", script, Program.path, "\(writer)"], environment: environment, input: "/dev/null",
        output: "/dev/null", complaint: sitrep.folder + "/writer\(writer).err")
    }
    for (place, process) in writers.enumerated() {
      let code = Program.wait(process)
      #expect(code == 0 && sitrep.text(sitrep.folder + "/writer\(place + 1).err") == "", "writer \(place + 1)")
    }
    let seconds = Date().timeIntervalSince(began)
    let texts = Set(try sitrep.shown()["timeline"]?.array?.compactMap { $0["text"]?.string } ?? [])
    for writer in 1...8 {
      #expect((1...each).allSatisfy { texts.contains("w\(writer) n\($0)") }, "writer \(writer)")
    }
    #expect(try sitrep("db", "verify").code == 0)
    Soak.report("8 processes x \(each) appends, a process each: \(8 * each) events all there, \(Int(seconds)) s")
  }

  @Test(.timeLimit(.minutes(120)))
  func eightOpenStoresAtOnceLoseNothingAndShowNoError() async throws {
    let each = Soak.isOn ? 1_000 : 100
    let sitrep = try Home()
    let port = (1...8).map { _ in Loopback.freePort() }
    let began = Date()
    let servers = try port.map { try sitrep.start("serve", "--listen", "127.0.0.1:\($0)") }
    for server in servers { #expect(server.waits(for: "listening")) }
    let refused = Answered()
    let done = DispatchGroup()
    // A thread each: they wait for answers, and all of them are to write at once.
    for (place, port) in port.enumerated() {
      done.enter()
      Thread.detachNewThread {
        Self.send(each, place: place, to: port, refused)
        done.leave()
      }
    }
    _ = await Task.detached { done.waitForAll() }.value
    let seconds = Date().timeIntervalSince(began)
    for server in servers { #expect(server.end() == 0 && !server.complaint.contains("error")) }
    let left = refused.fingerprints
    try #require(left.isEmpty, "\(left.count) were not taken, the first: \(left.prefix(3))")
    let all = (0..<8).flatMap { place in (1...each).map { "p\(place)n\($0)" } }
    let events = try check(sitrep, all, round: 0)
    Soak.report(
      "8 serves x \(each) alerts into one file at once: \(all.count) alerts all there, \(events) events, "
        + "\(Int(seconds)) s")
  }
}

extension DispatchGroup {
  /// Waits where waiting is allowed.
  fileprivate func waitForAll() { wait() }
}
