import EventLog
import Testing

@testable import Delivery

/// Letters over real sockets to a receiver that behaves in every way that receivers have.
@Suite struct CarrierTests {
  private let quick = HTTPLimits(connect: .milliseconds(700), whole: .milliseconds(700), answer: 65_536)

  private func carry(
    _ behaviours: LoopbackReceiver.Behaviour..., isSigned: Bool = true
  ) async throws -> (outcome: Outcome, requests: [LoopbackReceiver.Request], url: String) {
    let receiver = try LoopbackReceiver(behaviours[0])
    let secrets = isSigned ? [Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")] : []
    let url = receiver.url("/hook/s3cr3t-path")
    let carrier = Carrier(
      [Channel(name: "hook", kind: .webhook(address: Secret(url), signedWith: secrets))], limits: quick,
      now: { .night })
    let outcome = await carrier.carry(.sample(), attempt: 1)
    await carrier.close()
    receiver.close()
    return (outcome, receiver.requests, url)
  }

  private func reason(_ outcome: Outcome) -> String {
    switch outcome {
    case .delivered(let words), .refused(let words), .tryAgain(_, let words), .unknown(let words): words
    }
  }

  @Test func aLetterArrivesWhole() async throws {
    let (outcome, requests, _) = try await carry(.answer(200, body: "thanks"))
    #expect(outcome == .delivered(receipt: "200 thanks"))
    let request = try #require(requests.first)
    #expect(requests.count == 1 && request.head.hasPrefix("POST /hook/s3cr3t-path HTTP/1.1"))
    #expect(request.head.lowercased().contains("webhook-id: page-42-lea-1"))
    #expect(request.head.contains("v1,") && request.body.hasPrefix(#"{"data":{"action":"trigger""#))
  }

  @Test func whatThePatternsNameLeavesThroughNoChannel() async throws {
    let receiver = try LoopbackReceiver(.answer(200, body: "[]"))
    let hidden = Secret(receiver.url("/hook"))
    let keeps = "test \"$(grep -c hunter2)\" = 0"
    let kinds: [ChannelKind] = [
      .slack(webhook: hidden), .webhook(address: hidden, signedWith: []),
      .pagerDuty(routingKey: Secret(String(repeating: "k", count: 32)), endpoint: receiver.url("/v2/enqueue")),
      .opsgenie(key: Secret("k"), endpoint: receiver.url("/v2/alerts")),
      .statuspage(key: Secret("k"), page: "p", endpoint: receiver.url("/v1")),
      .ntfy(server: receiver.url(""), topic: Secret("topic"), token: nil),
      .mail(from: "sitrep@example.org", program: ["/bin/sh", "-c", keeps]),
      .command(arguments: ["/bin/sh", "-c", keeps]),
    ]
    let carrier = Carrier(
      kinds.enumerated().map { Channel(name: "c\($0)", kind: $1) }, redaction: OutwardRedaction(["password=\\S+"]),
      now: { .night })
    let slip = "login with password=hunter2 fails"
    let content = LetterContent.page.with {
      ($0.title, $0.text, $0.short) = (slip, slip, slip)
      $0.details = ["because": slip]
    }
    for (number, kind) in kinds.enumerated() {
      var recipient = ""
      if case .mail = kind { recipient = "lea@example.org" }
      let outcome = await carrier.carry(.sample("c\(number)", recipient: recipient, content: content), attempt: 1)
      guard case .delivered = outcome else {
        Issue.record("\(kind): \(outcome)")
        continue
      }
    }
    await carrier.close()
    receiver.close()
    let sent = receiver.requests.map { $0.head + $0.body }
    #expect(sent.count == 7 && !sent.contains { $0.contains("hunter2") })
    #expect(sent.count { $0.contains("[redacted]") || $0.contains("%5Bredacted%5D") } == 6, "\(sent)")
  }

  @Test func aReceiverThatIsBusyIsAskedLater() async throws {
    let (outcome, _, _) = try await carry(.answer(429, headers: ["Retry-After": "17"]))
    #expect(outcome == .tryAgain(after: .seconds(17), reason: "The receiver answered 429."))
    let (broken, _, _) = try await carry(.answer(500, body: "oh"))
    #expect(broken == .tryAgain(after: nil, reason: "The receiver answered 500: oh"))
  }

  @Test func aRedirectIsNotFollowed() async throws {
    let other = try LoopbackReceiver(.answer(200))
    let (outcome, requests, _) = try await carry(.answer(307, headers: ["Location": other.url()]))
    other.close()
    #expect(requests.count == 1 && other.requests.isEmpty)
    guard case .refused = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func silenceAfterTheRequestLeavesADoubt() async throws {
    for behaviour in [LoopbackReceiver.Behaviour.hang, .close] {
      let (outcome, requests, _) = try await carry(behaviour)
      guard case .unknown(let reason) = outcome else {
        Issue.record("\(behaviour): \(outcome)")
        continue
      }
      #expect(requests.count == 1, "\(behaviour)")
      #expect(reason.hasSuffix("."))
    }
  }

  @Test func whereNobodyListensThereIsNoDoubt() async throws {
    let receiver = try LoopbackReceiver(.hang)
    let url = receiver.url()
    receiver.close()
    let carrier = Carrier(
      [Channel(name: "hook", kind: .slack(webhook: Secret(url)))], limits: quick, now: { .night })
    let outcome = await carrier.carry(.sample(), attempt: 1)
    await carrier.close()
    guard case .tryAgain(nil, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func anAnswerWithoutEndIsCutAndCountsByItsStatus() async throws {
    let (outcome, _, _) = try await carry(.drip(202))
    #expect(outcome == .delivered(receipt: "202"))
  }

  @Test func noOutcomeHoldsAPartOfTheAddress() async throws {
    let all: [LoopbackReceiver.Behaviour] = [
      .hang, .close, .slam, .answer(404, body: "nothing at http://127.0.0.1/hook/s3cr3t-path"), .answer(302),
      .answer(500),
    ]
    for behaviour in all {
      let (outcome, _, url) = try await carry(behaviour)
      #expect(!reason(outcome).contains(url), "\(behaviour)")
      #expect(!"\(outcome)".contains("whsec"), "\(behaviour)")
    }
  }

  @Test func aChannelThatIsGoneIsSaid() async {
    let carrier = Carrier([], now: { .night })
    #expect(
      await carrier.carry(.sample(), attempt: 1)
        == .refused(reason: "There is no channel named \"hook\" in sitrep.yaml any more."))
    await carrier.close()
    #expect(carrier.channel("hook") == nil)
  }

  @Test func mailGoesThroughTheProgramThatIsNamed() async {
    let carrier = Carrier(
      [Channel(name: "mail", kind: .mail(from: "sitrep@example.org", program: ["/usr/bin/grep", "-c", "^To: lea"]))],
      now: { .night })
    #expect(await carrier.carry(.sample("mail", recipient: "lea"), attempt: 1) == .delivered(receipt: "1"))
    guard case .refused = await carrier.carry(.sample("mail", recipient: "max"), attempt: 1) else {
      Issue.record("grep found what is not there")
      return
    }
    guard case .refused(let reason) = await carrier.carry(.sample("mail", recipient: "a b"), attempt: 1) else {
      Issue.record("no address was taken for one")
      return
    }
    #expect(reason == "\"a b\" is no mail address.")
  }

  @Test func aCommandGetsTheLetterAsJSON() async {
    let kind = ChannelKind.command(arguments: ["/bin/sh", "-c", "read line; echo \"$line\" | cut -c 1-40"])
    let carrier = Carrier([Channel(name: "call", kind: kind)], now: { .night })
    #expect(
      await carrier.carry(.sample("call"), attempt: 1)
        == .delivered(receipt: #"{"action":"trigger","channel":"call","de"#))
  }
}
