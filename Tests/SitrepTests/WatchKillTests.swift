import EventLog
import Foundation
import Glibc
import Incidents
import Ledger
import TestSupport
import Testing

/// The daemon is killed between the intent to page somebody and its effect, again and again; and frozen beside another
/// one. Pages are counted where they arrive.
@Suite(.serialized) struct WatchKillTests {
  @Test(.timeLimit(.minutes(120)))
  func noPageIsLostAndNoneIsSentTwiceUnsaid() async throws {
    let rounds = Soak.isOn ? 200 : 6
    let services = (1...rounds).map { "service-\($0)" }
    let home = try PagingHome(services: services)
    var random = SeededNumbers(seed: 20_261_121)
    let port = Loopback.freePort()
    var serve = try home.serve(port)
    var manners: [String: Int] = [:]
    let began = Date()
    for (place, service) in services.enumerated() {
      // Before anything was sent at all; while it is being sent; after it arrived and before that was answered.
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        try home.alert(service, at: port)
        let moment = Int.random(in: 0...30_000_000, using: &random)
        var spent: UInt64 = 0
        for turn in 0..<moment { spent = spent &* 31 &+ UInt64(turn) }
        withExtendedLifetime(spent) {}
        manners["at any moment", default: 0] += 1
      case 1:
        home.receiver.set(.deaf)
        try home.alert(service, at: port)
        #expect(await Task.detached { home.receiver.waitsUnanswered() }.value, "\(service): \(serve.complaint)")
        manners["before it arrived", default: 0] += 1
      default:
        home.receiver.set(.silent)
        try home.alert(service, at: port)
        #expect(await Task.detached { home.receiver.waitsUnanswered() }.value, "\(service): \(serve.complaint)")
        manners["after it arrived", default: 0] += 1
      }
      #expect(serve.end(SIGKILL) == 128 + SIGKILL)
      home.receiver.hangUp()
      home.receiver.set(.answer)
      serve = try home.serve(port)
      // The next one comes while this one may still be under way: so it was, too, for whoever was killed.
      let incident = try home.incident(of: service)
      let key = String(incident.key)
      #expect(await Task.detached { home.receiver.waits(for: key) }.value, "\(service): \(serve.complaint)")
      // More than ten that are open and came within two minutes would be a storm, of which the rest waits.
      if place >= 5 {
        let number = "\(place - 4)"
        let cancelled = try home.run(
          "incident", "cancel", number, "--because", "false_alarm")
        #expect(cancelled.code == 0, "\(cancelled)")
      }
    }
    #expect(serve.end() == 0)
    let (twice, doubts) = try home.account(of: services)
    let seconds = Int(Date().timeIntervalSince(began))
    Soak.report(
      "\(rounds) kills of serve between intent and effect (\(manners.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", "))): "
        + "\(services.count) pages, none lost, \(twice) arrived more than once, each with its one key and each said on its "
        + "timeline; \(doubts) attempts in doubt; \(seconds) s")
  }

  @Test(.timeLimit(.minutes(10)))
  func ofTwoDaemonsOneOfWhichIsFrozenOnePages() async throws {
    // With the customary lease that is a minute and more.
    let home = try PagingHome(watch: Soak.isOn ? "" : "watch: {lease: 5s}")
    let ports = [Loopback.freePort(), Loopback.freePort()]
    let first = try home.serve(ports[0])
    try home.waitsForWatch(of: first)
    let second = try home.serve(ports[1])
    #expect(second.waits(for: "this process stands by"), "\(second.complaint)")
    kill(first.process, SIGSTOP)
    try home.alert("checkout", at: ports[1])
    #expect(await Task.detached { home.receiver.waits() }.value, "\(second.complaint)")
    kill(first.process, SIGCONT)
    #expect(first.waits(for: "took over the watch"), "\(first.complaint)")
    // What the one that was frozen takes in is paged by the other one.
    #expect(try home.run("page", "mira", "1", "--confirm", "mira").code == 0)
    #expect(first.end() == 0)
    #expect(second.end() == 0)
    #expect(
      home.receiver.counts.values.sorted() == [1, 1], "\(home.receiver.counts) \(first.complaint) \(second.complaint)")
    let letters = try home.run("letter", "list", "--all", "--json").json().array ?? []
    #expect(letters.map { $0["state"]?.string } == ["delivered", "delivered"])
    #expect(letters.allSatisfy { $0["attempts"]?.integer == 1 })
    Soak.report("two daemons, one frozen until its lease ran out and continued: one paged, each page arrived once")
  }
}

extension PagingHome {
  /// The incident that the alert of a service opened.
  func incident(of service: String) throws -> StreamID {
    let ledger = try ledger()
    defer { ledger.close() }
    let rows = try ledger.read {
      try $0.list(ListQuery("incident", filters: [.equals("service", .text(service))], limit: 2))
    }
    try #require(rows.count == 1, "\(service): \(rows.count) incidents")
    return rows[0].stream
  }

  /// Returns once a daemon has the watch.
  func waitsForWatch(of serve: Running) throws {
    let ledger = try ledger()
    defer { ledger.close() }
    let bell = try ledger.bell()
    for _ in 0..<600 {
      if try ledger.read({ try $0.lease(Lease.watch) })?.holder.process == Int(serve.process) { return }
      var wanted = pollfd(fd: bell.fileDescriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&wanted, 1, 100)
      _ = bell.drain()
    }
    Issue.record("it never watched: \(serve.complaint)")
  }

  /// Compares what arrived with what the store says.
  /// - Returns: how many pages arrived more than once, and how many attempts were in doubt.
  func account(of services: [String]) throws -> (twice: Int, doubts: Int) {
    let ledger = try ledger()
    defer { ledger.close() }
    #expect(try ledger.verify().isSound)
    let letters = try ledger.read { try $0.letters(Set(OutboxState.allCases), limit: 10_000) }
    #expect(letters.count == services.count)
    #expect(letters.allSatisfy { $0.state == .delivered }, "\(letters.filter { $0.state != .delivered }.prefix(3))")
    let counts = receiver.counts
    #expect(Set(counts.keys) == Set(letters.map(\.letter.key)), "what arrived is what was decided on, and nothing else")
    var (twice, doubts) = (0, 0)
    for letter in letters {
      let arrived = counts[letter.letter.key] ?? 0
      #expect(arrived >= 1 && receiver.identities[letter.letter.key]?.count == 1)
      let texts = try ledger.read { reading in
        try letter.letter.incident.map { try reading.timeline(incident: $0, limit: 200).map(\.text) } ?? []
      }
      let unknown = texts.count { $0.contains("is not known, and it is sent again under the same key") }
      doubts += unknown
      if arrived > 1 { twice += 1 }
      #expect(arrived - 1 <= unknown, "\(letter.letter.key) arrived \(arrived) times, in doubt \(unknown): \(texts)")
      #expect(texts.count { $0.hasPrefix("Page to mira went out by hook") } == 1, "\(texts)")
    }
    return (twice, doubts)
  }
}
