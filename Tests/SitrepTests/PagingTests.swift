import EventLog
import Foundation
import Glibc
import Testing

/// From an alert to a page that left, by the real program.
@Suite struct PagingTests {
  /// What a page is handed to: a pipe that the test reads.
  private final class Receiver {
    let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
      self.path = path
      guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
      descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// The next page; nothing where none comes within a minute.
    func page() throws -> JSONValue {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      var buffer = [UInt8](repeating: 0, count: 65_536)
      guard poll(&wanted, 1, 60_000) > 0 else { return .null }
      let count = read(descriptor, &buffer, buffer.count)
      return try JSONDecoder().decode(JSONValue.self, from: Data(buffer.prefix(max(0, count))))
    }
  }

  @Test(.timeLimit(.minutes(5))) func anAlertBecomesAPageAndTheTimelineSaysWhatBecameOfIt() throws {
    let sitrep = try Home()
    let receiver = try Receiver(sitrep.folder + "/page")
    try sitrep.write("services: {checkout: {tier: 1, pager: sitrep}}\n", to: "config/services.yaml")
    try sitrep.write(
      """
      people:
        mira: {}
        jonas: {}
      rotations:
        team: {zone: UTC, start: 2026-01-05, handoff: "Monday 09:00", members: [mira]}
      escalation:
        levels:
          - {targets: [primary, jonas], after: {SEV1: 0m, SEV2: 0m}}
      """, to: "config/oncall.yaml")
    try sitrep.write(
      """
      delivery:
        channels:
          modem: {kind: command, run: [/bin/sh, -c, "cat > \(receiver.path)"]}
        pages: {mira: [modem]}
      """, to: "config/sitrep.yaml")
    let config = ["--config", sitrep.folder + "/config"]
    let check = try sitrep.run(["config", "check"] + config)
    #expect(check.code == 78 && check.output.contains("oncall.yaml:8:"), "\(check)")
    #expect(check.output.contains("nothing reaches jonas") && check.output.contains("sitrep.yaml"))

    let port = Loopback.freePort()
    let serve = try sitrep.start(["serve", "--listen", "127.0.0.1:\(port)"] + config)
    #expect(serve.waits(for: "listening on"))
    let body = try AlertBody.firing("f1")
    #expect(try Loopback(port: port).request("POST", "/api/v1/alertmanager", body: body)?.status == 200)
    let page = try receiver.page()
    #expect(page["recipient"]?.string == "mira" && page["action"]?.string == "trigger")
    #expect(page["title"]?.string?.hasPrefix("SEV1? #1 ") == true)
    // It brings to its end what it has begun.
    #expect(serve.end() == 0)
    let shown = try sitrep.run(["incident", "show", "1", "--json"] + config).json()
    let texts = (shown["timeline"]?.array ?? []).compactMap { $0["text"]?.string }
    #expect(texts.contains { $0.hasPrefix("Paging mira (primary)") }, "\(texts)")
    #expect(texts.contains { $0.hasPrefix("Page to mira went out by modem") }, "\(texts)")
    #expect(texts.contains("Page to jonas by any channel failed: no way leads to jonas"), "\(texts)")
    let letters = try sitrep.run(["letter", "list", "--all", "--json"] + config).json().array
    #expect(letters?.map { $0["state"]?.string } == ["delivered"])
  }
}
