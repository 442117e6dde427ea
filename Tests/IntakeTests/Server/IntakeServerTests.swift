import Commands
import Desk
import EventLog
import Foundation
import Incidents
import Intake
import Logging
import Testing

@Suite struct IntakeServerTests {
  private static let path = "/api/v1/alertmanager"

  @Test func answersAfterTheAlertsWereTakenIn() async throws {
    let receiver = RecordingReceiver()
    let reply = try await withServer(receiver) { client in
      try await client.send("POST", Self.path, body: try CapturedBody.oneResolved.bytes())
    }
    #expect(reply.status == 200)
    #expect(try reply.json()["opened"] as? Int == 1)
    #expect(try reply.json()["joined"] as? Int == 1)
    let received = try #require(receiver.all.first)
    #expect(received.signal.alerts.count == 2)
    #expect(received.actor == Actor(person: "alertmanager", via: "http", assurance: .machine))
  }

  @Test func takesALargeBodyInParts() async throws {
    let receiver = RecordingReceiver()
    let alerts = (0..<250).map {
      #"{"labels":{"alertname":"A","n":"\#($0)"},"status":"firing","startsAt":"2026-11-21T03:00:00Z"}"#
    }
    let reply = try await withServer(receiver) { client in
      try await client.send("POST", Self.path, body: Array(#"{"alerts":[\#(alerts.joined(separator: ","))]}"#.utf8))
    }
    #expect(try reply.json()["opened"] as? Int == 250)
    #expect(receiver.all.map(\.signal.alerts.count) == [100, 100, 50])
    #expect(Set(receiver.all.flatMap { $0.signal.alerts.map(\.fingerprint) }).count == 250)
  }

  @Test func aMalformedBodyNamesItsField() async throws {
    let receiver = RecordingReceiver()
    let reply = try await withServer(receiver) { client in
      try await client.send(
        "POST", Self.path, body: Array(#"{"status":"firing","alerts":[{"labels":{"a":"b"},"startsAt":"x"}]}"#.utf8))
    }
    #expect(reply.status == 400)
    #expect(try reply.json()["field"] as? String == "alerts[0].startsAt")
    #expect(try reply.json()["error"] as? String == #"alerts[0].startsAt: "x" is not an RFC 3339 time"#)
    #expect(receiver.all.isEmpty)
  }

  @Test(arguments: [true, false])
  func aBodyThatIsTooLargeIsRefused(announceLength: Bool) async throws {
    let large = [UInt8](repeating: 32, count: (1 << 20) + 1)
    let reply = try await withServer(RecordingReceiver()) { client in
      guard !announceLength else { return try await client.send("POST", Self.path, body: large) }
      let chunk = Array(String(large.count, radix: 16).utf8) + [13, 10] + large + Array("\r\n0\r\n\r\n".utf8)
      return try await client.send(
        "POST", Self.path, body: chunk, headers: ["Transfer-Encoding": "chunked"], announceLength: false)
    }
    #expect(reply.status == 413)
    #expect(try reply.json()["field"] as? String == "body")
  }

  @Test(
    arguments: [
      ("GET", path, 405, "POST"), ("PUT", path, 405, "POST"), ("DELETE", "/metrics", 405, "GET, HEAD"),
      ("POST", "/healthz", 405, "GET, HEAD"), ("POST", "/readyz", 405, "GET, HEAD"),
      ("POST", "/status.json", 405, "GET, HEAD"), ("GET", "/", 404, nil), ("GET", "/api/v1", 404, nil),
      ("POST", "/oncall.ics", 405, "GET, HEAD"), ("GET", "/oncall.ics", 200, nil), ("HEAD", "/oncall.ics", 200, nil),
      ("POST", "/status", 405, "GET, HEAD"), ("GET", "/status", 200, nil), ("HEAD", "/status/", 200, nil),
      ("GET", "/status/public.json", 200, nil), ("GET", "/status/x", 404, nil),
      ("GET", "/healthz", 200, nil), ("GET", "/healthz/", 200, nil), ("HEAD", "/metrics", 200, nil),
    ] as [(String, String, Int, String?)])
  func pathsAndMethods(method: String, path: String, status: Int, allow: String?) async throws {
    let reply = try await withServer(RecordingReceiver()) { try await $0.send(method, path) }
    #expect(reply.status == status)
    #expect(reply.headers["allow"] == allow)
    #expect(reply.body.isEmpty == (method == "HEAD"))
  }

  @Test(arguments: [(Trouble.Code.busy, "1"), (.lockedTooLong, "1"), (.diskFull, "10"), (.readOnly, "10")])
  func aPassingFaultAsksToTryAgain(code: Trouble.Code, seconds: String) async throws {
    let receiver = RecordingReceiver()
    receiver.fail(with: Trouble(code, "The store cannot write now."))
    let (alerts, ready, status, metrics) = try await withServer(receiver) { client in
      (
        try await client.send("POST", Self.path, body: try CapturedBody.firing.bytes()),
        try await client.send("GET", "/readyz"), try await client.send("GET", "/status.json"),
        try await client.send("GET", "/metrics")
      )
    }
    #expect(alerts.status == 503)
    #expect(alerts.headers["retry-after"] == seconds)
    #expect(ready.status == 503)
    #expect(ready.body.contains("The store takes no writes: The store cannot write now."))
    #expect(status.status == 503)
    #expect(metrics.status == 200)
    #expect(!metrics.body.contains("sitrep_incidents_open"))
    #expect(metrics.body.contains(#"outcome="\#(seconds == "1" ? "busy" : "failed")"} 1"#))
  }

  /// What the public was told is for everybody, wherever the server listens.
  @Test func thePublicPageAsksForNoKeyAndLoadsNothing() async throws {
    let receiver = RecordingReceiver(keys: [SenderKey(name: "prod", hash: KeyRing.hash(of: "one"))])
    let (page, json) = try await withServer(receiver, at: "0.0.0.0") { client in
      (try await client.send("GET", "/status"), try await client.send("GET", "/status/public.json"))
    }
    #expect(page.status == 200 && page.headers["content-type"] == "text/html; charset=utf-8")
    #expect(page.headers["content-security-policy"] == "default-src 'none'; style-src 'unsafe-inline'")
    #expect(page.body.contains("<h1>Our status</h1>"))
    let isOpen = try json.json()["open"] as? Bool
    #expect(json.status == 200 && isOpen == false)
  }

  @Test func keysAreAskedForWhereThereAreAny() async throws {
    let receiver = RecordingReceiver(keys: [
      SenderKey(name: "prod", hash: KeyRing.hash(of: "one")),
      SenderKey(name: "mail", hash: KeyRing.hash(of: "two"), service: "mail", perMinute: 2),
    ])
    let body = try CapturedBody.firing.bytes()
    let replies = try await withServer(receiver) { client in
      var replies: [LoopbackClient.Reply] = []
      for headers in [
        [:], ["Authorization": "Bearer nope"], ["Authorization": "Bearer one"], ["X-API-Key": "one"],
        ["Authorization": "Basic YW06b25l"], ["X-API-Key": "two"], ["X-API-Key": "two"], ["X-API-Key": "two"],
      ] { replies.append(try await client.send("POST", Self.path, body: body, headers: headers)) }
      return replies
    }
    #expect(replies.map(\.status) == [401, 401, 200, 200, 200, 403, 403, 503])
    #expect(replies[0].headers["www-authenticate"] != nil)
    #expect(try replies[5].json()["field"] as? String == "alerts[0].labels.service")
    #expect(replies[7].headers["retry-after"] == "30")
    #expect(receiver.all.map(\.actor.via) == ["http:prod", "http:prod", "http:prod"])
  }

  @Test func aConfiguredKeyCountsBesideThoseOfTheStore() async throws {
    let receiver = RecordingReceiver()
    let configured = [SenderKey(name: "sitrep.yaml", hash: KeyRing.hash(of: "three"))]
    let replies = try await withServer(receiver, keys: configured) { client in
      [
        try await client.send("POST", Self.path, body: try CapturedBody.firing.bytes()),
        try await client.send(
          "POST", Self.path, body: try CapturedBody.firing.bytes(), headers: ["X-API-Key": "three"]),
      ]
    }
    #expect(replies.map(\.status) == [401, 200])
    #expect(receiver.all.map(\.actor.via) == ["http:sitrep.yaml"])
  }

  @Test func webPagesMayNotSendAlerts() async throws {
    let receiver = RecordingReceiver()
    let reply = try await withServer(receiver) { client in
      try await client.send(
        "POST", Self.path, body: try CapturedBody.firing.bytes(), headers: ["Origin": "https://elsewhere.example"])
    }
    #expect(reply.status == 403)
    #expect(receiver.all.isEmpty)
  }

  @Test func figuresAskForAKeyBeyondLoopback() async throws {
    let receiver = RecordingReceiver(keys: [SenderKey(name: "prod", hash: KeyRing.hash(of: "one"))])
    let replies = try await withServer(receiver, at: "0.0.0.0") { client in
      [
        try await client.send("GET", "/healthz"), try await client.send("GET", "/metrics"),
        try await client.send("GET", "/status.json"),
        try await client.send("GET", "/metrics", headers: ["X-API-Key": "one"]),
        try await client.send("GET", "/oncall.ics"),
        try await client.send("GET", "/oncall.ics", headers: ["Authorization": "Basic YW06b25l"]),
      ]
    }
    #expect(replies.map(\.status) == [200, 401, 401, 200, 401, 200])
  }

  /// Calendar programs subscribe to everybody's shifts, or to one person's.
  @Test func tellsWhoIsOnCallAsACalendar() async throws {
    let receiver = RecordingReceiver()
    let replies = try await withServer(receiver) { client in
      [
        try await client.send("GET", "/oncall.ics"),
        try await client.send("GET", "/oncall.ics?person=j%C3%BCrgen&role=primary"),
        try await client.send("GET", "/oncall.ics?role=king"),
      ]
    }
    #expect(replies.map(\.status) == [200, 200, 400])
    #expect(replies[0].headers["content-type"] == "text/calendar; charset=utf-8")
    #expect(replies[0].body == "BEGIN:VCALENDAR\r\nX-PERSON:-\r\nEND:VCALENDAR\r\n")
    #expect(replies[1].body.contains("X-PERSON:jürgen"))
    #expect(try replies[2].json()["field"] as? String == "role")
    receiver.fail(with: Trouble(.busy, "busy"))
    let busy = try await withServer(receiver) { try await $0.send("GET", "/oncall.ics") }
    #expect(busy.status == 503 && busy.headers["retry-after"] == "5")
  }

  @Test func tellsItsStatus() async throws {
    let figures = StoreFigures(
      node: "n1", position: 12, heads: [.init(node: "n1", sequence: 12, hash: "ab")], openBySeverity: [.sev1: 2],
      alertsFiring: 3, sources: [.init(name: "alertmanager", lastSeenAt: moment - .minutes(4))])
    let reply = try await withServer(RecordingReceiver(figures: figures)) { try await $0.send("GET", "/status.json") }
    #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
    #expect(
      reply.body == """
        {"alerts_firing":3,"at":"2026-11-21T03:31:00.000Z","heads":[{"hash":"ab","node":"n1","sequence":12}],\
        "incidents_open":{"SEV1":2,"SEV2":0,"SEV3":0,"SEV4":0},"node":"n1","position":12,\
        "sources":[{"last_seen_at":"2026-11-21T03:27:00.000Z","name":"alertmanager"}],\
        "started_at":"2026-11-21T03:31:00.000Z","version":"1.2.3"}
        """)
  }

  /// Damaged bodies over a socket: nothing but 2xx, or 4xx with a field, and the server goes on.
  @Test func survivesMangledBodies() async throws {
    let bodies = try CapturedBody.allCases.map { try $0.bytes() }
    let statuses = try await withServer(RecordingReceiver()) { client in
      var mangler = Mangler(seed: 41)
      var statuses: [Int: Int] = [:]
      for round in 0..<300 {
        let reply = try await client.send("POST", Self.path, body: mangler.mangle(bodies[round % bodies.count]))
        statuses[reply.status, default: 0] += 1
        if reply.status != 200 { #expect(try reply.json()["field"] is String) }
      }
      #expect(try await client.send("GET", "/healthz").status == 200)
      return statuses
    }
    #expect(Set(statuses.keys) == [200, 400])
  }

  @Test func aPortInUseIsSaidInWords() async throws {
    try await withServer(RecordingReceiver()) { client in
      let second = IntakeServer(
        receiver: RecordingReceiver(), listen: ServerAddress(host: "127.0.0.1", port: client.port), version: "1",
        logger: .silent, now: { moment })
      let trouble = await #expect(throws: Trouble.self) { try await second.run() }
      #expect(trouble?.code == .unavailable)
      #expect(trouble?.message.hasPrefix("Something listens at 127.0.0.1:\(client.port) already.") == true)
    }
  }

  @Test(arguments: [
    ("192.0.2.1", Trouble.Code.unavailable, "is not an address of this host"),
    ("no.such.host.invalid", .unavailable, "does not name an address"),
  ])
  func anAddressThatIsNotOursIsSaidInWords(host: String, code: Trouble.Code, words: String) async throws {
    let receiver = RecordingReceiver(keys: [SenderKey(name: "k", hash: [1])])
    let server = IntakeServer(
      receiver: receiver, listen: ServerAddress(host: host, port: 0), version: "1", logger: .silent, now: { moment })
    let trouble = await #expect(throws: Trouble.self) { try await server.run() }
    #expect(trouble?.code == code)
    #expect(trouble?.message.contains(words) == true)
  }

  @Test func anOpenAddressWithoutAKeyIsRefused() async throws {
    let server = IntakeServer(
      receiver: RecordingReceiver(), listen: ServerAddress(host: "0.0.0.0", port: 0), version: "1", logger: .silent,
      now: { moment })
    let trouble = await #expect(throws: Trouble.self) { try await server.run() }
    #expect(trouble?.code == .configuration)
  }

  @Test(arguments: [(EACCES, "belong to root"), (EADDRINUSE, "already"), (EMFILE, "Too many open files")])
  func errorNumbersHaveWords(code: Int32, words: String) {
    let trouble = BindTrouble.trouble(code: code, at: ServerAddress(host: "127.0.0.1", port: 80))
    #expect(trouble.message.contains(words))
  }
}
