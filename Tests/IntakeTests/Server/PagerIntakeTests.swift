import Commands
import Desk
import EventLog
import Incidents
import Intake
import Testing

@Suite struct PagerIntakeTests {
  private static let secret = "s3cret-of-the-webhook"
  private static let pagers = [
    PagerSender(name: "pd", kind: .pagerduty, secrets: [SharedSecret("new"), SharedSecret(secret)]),
    PagerSender(name: "og", kind: .opsgenie, secrets: [SharedSecret("genie-secret")]),
  ]
  private static let routingKey = String(repeating: "k", count: 32)
  private static let keys = [
    SenderKey(name: "other", hash: KeyRing.hash(of: routingKey), service: "checkout", perMinute: 2)
  ]

  private func pagerDuty(
    _ client: LoopbackClient, _ body: [UInt8], signature: String? = nil
  ) async throws -> LoopbackClient.Reply {
    let signature = signature ?? PagerBody.signature(body, Self.secret)
    return try await client.send(
      "POST", "/api/v1/pagerduty", body: body, headers: ["X-PagerDuty-Signature": signature])
  }

  @Test func whatIsSignedIsTakenIn() async throws {
    let receiver = RecordingReceiver()
    try await withServer(receiver, pagers: Self.pagers) { client in
      let taken = try await pagerDuty(client, PagerBody.pagerDuty())
      #expect(taken.status == 200 && taken.body == #"{"result":"recorded"}"#)
      let other = try await pagerDuty(client, PagerBody.pagerDuty("incident.annotated"))
      #expect(other.status == 200)
      #expect(try other.json()["result"] as? String == "not_followed")
      let ping = try await pagerDuty(client, Array(#"{"event":{"event_type":"pagey.ping"}}"#.utf8))
      #expect(ping.body == #"{"result":"ping"}"#)
      let malformed = try await pagerDuty(client, Array(#"{"event":{}}"#.utf8))
      #expect(malformed.status == 400)
      #expect(try malformed.json()["field"] as? String == "event.event_type")
    }
    #expect(receiver.reports.map(\.pager) == ["pd"])
  }

  @Test func whatIsNotSignedIsNotEvenRead() async throws {
    let receiver = RecordingReceiver()
    try await withServer(receiver, pagers: Self.pagers) { client in
      let body = PagerBody.pagerDuty()
      for signature in ["", "v1=", PagerBody.signature(body, "wrong"), PagerBody.signature(body + [32], Self.secret)] {
        let refused = try await pagerDuty(client, body, signature: signature)
        #expect(refused.status == 401 && !refused.body.contains(Self.secret))
      }
      #expect(try await client.send("POST", "/api/v1/pagerduty", body: body).status == 401)
      #expect(try await client.send("POST", "/api/v1/opsgenie", body: PagerBody.opsgenie()).status == 401)
      #expect(try await client.send("GET", "/api/v1/pagerduty").status == 405)
    }
    #expect(receiver.reports.isEmpty)
  }

  @Test func opsgenieShowsItsSecret() async throws {
    let receiver = RecordingReceiver()
    try await withServer(receiver, pagers: Self.pagers) { client in
      for headers in [["Authorization": "GenieKey genie-secret"], ["X-API-Key": "genie-secret"]] {
        let taken = try await client.send("POST", "/api/v1/opsgenie", body: PagerBody.opsgenie(), headers: headers)
        #expect(taken.status == 200 && taken.body == #"{"result":"recorded"}"#)
      }
      let wrong = try await client.send(
        "POST", "/api/v1/opsgenie", body: PagerBody.opsgenie(), headers: ["X-API-Key": Self.secret])
      #expect(wrong.status == 401)
    }
    #expect(receiver.reports.map(\.pager) == ["og", "og"])
  }

  @Test func whereNoPagerHasASecretNobodyIsBelieved() async throws {
    try await withServer(RecordingReceiver()) { client in
      let refused = try await pagerDuty(client, PagerBody.pagerDuty())
      #expect(refused.status == 403 && refused.body.contains("'webhook'"))
    }
  }

  @Test func aBusyStoreAsksForItAgain() async throws {
    let receiver = RecordingReceiver()
    receiver.fail(with: Trouble(.busy, "The store is busy."))
    try await withServer(receiver, keys: Self.keys, pagers: Self.pagers) { client in
      let told = try await pagerDuty(client, PagerBody.pagerDuty())
      let sent = try await client.send("POST", "/v2/enqueue", body: PagerBody.event())
      #expect(told.status == 503 && sent.status == 503)
    }
  }

  @Test func anEventIsAnsweredAsItsFormatSays() async throws {
    let receiver = RecordingReceiver()
    try await withServer(receiver, keys: Self.keys) { client in
      let taken = try await client.send("POST", "/v2/enqueue", body: PagerBody.event())
      #expect(taken.status == 202)
      #expect(
        taken.body == #"{"dedup_key":"srv\/1","message":"Event processed","status":"success"}"#
          || taken.body == #"{"dedup_key":"srv/1","message":"Event processed","status":"success"}"#, "\(taken.body)")
      let malformed = try await client.send("POST", "/v2/enqueue", body: PagerBody.event("page"))
      #expect(malformed.status == 400)
      #expect(try malformed.json()["status"] as? String == "invalid event")
      #expect(try (malformed.json()["errors"] as? [String])?.count == 1)
      let stranger = try await client.send("POST", "/v2/enqueue", body: PagerBody.event(routingKey: "nobody's"))
      #expect(stranger.status == 400 && stranger.body.contains("routing_key") && !stranger.body.contains("nobody's"))
      #expect(try await client.send("POST", "/v2/enqueue", body: PagerBody.event("resolve")).status == 202)
      let limited = try await client.send("POST", "/v2/enqueue", body: PagerBody.event())
      #expect(limited.status == 429 && limited.headers["retry-after"] == "30", "\(limited.headers)")
      let large = try await client.send("POST", "/v2/enqueue", body: [UInt8](repeating: 32, count: 512_001))
      #expect(large.status == 413)
    }
    #expect(receiver.events.map(\.action) == [.trigger, .resolve])
    #expect(receiver.events.allSatisfy { $0.alert.labels["service"] == "checkout" })
  }

  /// Signed by a sender that lost its mind: still nothing but words comes of it.
  @Test func mangledBodiesChangeNothing() async throws {
    let receiver = RecordingReceiver()
    try await withServer(
      receiver, keys: [SenderKey(name: "k", hash: KeyRing.hash(of: Self.routingKey))], pagers: Self.pagers
    ) {
      client in
      var mangler = Mangler(seed: 5)
      for round in 0..<200 {
        let body = mangler.mangle(round % 2 == 0 ? PagerBody.pagerDuty() : PagerBody.event())
        let reply =
          round % 2 == 0
          ? try await pagerDuty(client, body) : try await client.send("POST", "/v2/enqueue", body: body)
        #expect([200, 202, 400].contains(reply.status), "\(reply.status) \(reply.body)")
      }
      #expect(try await client.send("GET", "/healthz").status == 200)
    }
  }
}
