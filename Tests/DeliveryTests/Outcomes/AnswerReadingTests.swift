import EventLog
import Testing

@testable import Delivery

@Suite struct AnswerReadingTests {
  private let hook = ChannelKind.webhook(address: Secret("https://h.example.org/s3cr3t"), signedWith: [])

  private func outcome(_ status: Int, after: String? = nil, body: String = "", _ kind: ChannelKind? = nil) -> Outcome {
    AnswerReading.outcome(
      of: HTTPAnswer(status: status, retryAfter: after, body: body), for: kind ?? hook, now: .night)
  }

  private func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .delivered: "delivered"
    case .refused: "refused"
    case .tryAgain: "again"
    case .unknown: "unknown"
    }
  }

  @Test(arguments: [
    (200, "delivered"), (201, "delivered"), (202, "delivered"), (204, "delivered"), (301, "refused"), (302, "refused"),
    (307, "refused"), (400, "refused"), (401, "refused"), (403, "refused"), (404, "refused"), (408, "again"),
    (410, "refused"), (413, "refused"), (420, "again"), (422, "refused"), (425, "again"), (429, "again"),
    (500, "again"), (502, "again"), (503, "again"), (504, "again"), (599, "again"),
  ])
  func everyStatusHasItsMeaning(status: Int, meaning: String) {
    #expect(word(outcome(status)) == meaning)
  }

  @Test func aWaitThatIsAskedForIsTakenOver() {
    #expect(outcome(429, after: "30") == .tryAgain(after: .seconds(30), reason: "The receiver answered 429."))
    #expect(outcome(503, after: "soon") == .tryAgain(after: nil, reason: "The receiver answered 503."))
  }

  @Test func theReasonHoldsTheirWordsAndNoSecret() {
    let refused = outcome(404, body: "no route to https://h.example.org/s3cr3t\n")
    #expect(refused == .refused(reason: "The receiver answered 404: no route to ****"))
    #expect("\(outcome(302))".contains("not followed"))
  }

  @Test func theReceiptIsWhatTheReceiverCallsIt() {
    let pager = ChannelKind.pagerDuty(routingKey: Secret("k"), endpoint: "")
    #expect(outcome(202, body: #"{"dedup_key":"sitrep/42"}"#, pager) == .delivered(receipt: "202 sitrep/42"))
    #expect(outcome(200, body: "ok", .slack(webhook: Secret("x"))) == .delivered(receipt: "200 ok"))
    #expect(outcome(204) == .delivered(receipt: "204"))
  }
}
