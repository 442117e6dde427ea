import Desk
import EventLog
import Foundation
import Incidents
import Ledger
import Testing

/// A home in which Sitrep is the pager of services, and mira is paged through a receiver of the test.
struct PagingHome {
  let sitrep: Home
  let receiver: PageReceiver

  /// - Parameters:
  ///   - services: the names of services; an alert of each opens an incident of its own, which pages mira at once.
  ///   - watch: what `sitrep.yaml` says further.
  init(services: [String] = ["checkout"], watch: String = "") throws {
    sitrep = try Home()
    receiver = try PageReceiver()
    try sitrep.write(
      "services:\n" + services.map { "  \($0): {tier: 1, pager: sitrep}\n" }.joined(), to: "config/services.yaml")
    try sitrep.write(
      """
      people:
        mira: {phone: "+49 30 123456"}
        jonas: {phone: "+49 30 654321"}
        tom: {}
      rotations:
        team: {zone: UTC, start: 2026-01-05, handoff: "Monday 09:00", members: [mira]}
      escalation:
        levels:
          - {targets: [primary], after: {SEV1: 0m, SEV2: 0m, SEV3: 0m}}
        repeat: {SEV1: none, SEV2: none}
      """, to: "config/oncall.yaml")
    try sitrep.write(
      """
      delivery:
        channels:
          hook: {kind: webhook, url: env:TEST_HOOK}
          broken: {kind: command, run: [/bin/false]}
        pages: {mira: [hook], tom: [broken]}
      \(watch)
      """, to: "config/sitrep.yaml")
  }

  var configuration: [String] { ["--config", sitrep.folder + "/config"] }
  var environment: [String: String] { ["TEST_HOOK": "http://127.0.0.1:\(receiver.port)/"] }

  func run(_ words: String...) throws -> Finished { try sitrep.run(words + configuration, environment: environment) }

  /// A daemon that listens at a port.
  func serve(_ port: Int) throws -> Running {
    let serve = try sitrep.start(
      ["serve", "--listen", "127.0.0.1:\(port)"] + configuration, environment: environment)
    try #require(serve.waits(for: "listening on"), "\(serve.complaint)")
    return serve
  }

  /// Has an alert of a service arrive.
  func alert(_ service: String, at port: Int) throws {
    let body = try AlertBody.firing("of-\(service)", labels: ["service": service])
    try #require(try Loopback(port: port).request("POST", "/api/v1/alertmanager", body: body)?.status == 200)
  }

  func ledger() throws -> Ledger {
    try Ledger(
      path: sitrep.store, folds: Desk.folds,
      clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
      random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
  }
}
