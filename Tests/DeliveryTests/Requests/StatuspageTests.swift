import EventLog
import Testing

@testable import Delivery

@Suite struct StatuspageTests {
  private let kind = ChannelKind.statuspage(
    key: Secret("abc-key"), page: "p1", endpoint: ChannelKind.statuspageEndpoint)

  private func list(status: String = "investigating", body: String, subject: String = "sitrep/42") -> HTTPAnswer {
    HTTPAnswer(
      status: 200,
      body: """
        [{"id":"other","metadata":{}},{"id":"i9","metadata":{"sitrep":{"subject":"\(subject)"}},\
        "incident_updates":[{"status":"\(status)","body":"\(body)"},{"status":"identified","body":"older"}]}]
        """)
  }

  private func request(_ step: Exchange.Step) throws -> OutgoingRequest {
    guard case .send(let request) = step else {
      Issue.record("\(step)")
      throw UnfitLetter("")
    }
    return request
  }

  private let content = LetterContent.page.with { $0.text = "We look into it." }

  @Test func aPageIsAskedBeforeItIsTold() throws {
    var exchange = Exchange(.sample(content: content), by: kind, attempt: 1)
    let first = try request(exchange.begin(at: .night))
    #expect(first.method == .get && first.body.isEmpty)
    #expect(first.url.revealed == "https://api.statuspage.io/v1/pages/p1/incidents/unresolved")
    #expect(first.headers.map(\.name) == ["user-agent", "authorization"])
    #expect(first.headers[1].value.revealed == "OAuth abc-key")
    let second = try request(exchange.received(HTTPAnswer(status: 200, body: "[]"), at: .night))
    #expect(second.method == .post && second.url.revealed == "https://api.statuspage.io/v1/pages/p1/incidents")
    #expect(
      String(decoding: second.body, as: UTF8.self) == """
        {"incident":{"body":"We look into it.","impact_override":"major",\
        "metadata":{"sitrep":{"subject":"sitrep/42"}},"name":"SEV1? checkout: ProbeFailure","status":"investigating"}}
        """)
    let end = exchange.received(HTTPAnswer(status: 201, body: #"{"id":"i9"}"#), at: .night)
    #expect(end == .done(.delivered(receipt: "201 i9")))
  }

  @Test func anIncidentThatIsThereIsUpdated() throws {
    var exchange = Exchange(.sample(content: content), by: kind, attempt: 1)
    _ = exchange.begin(at: .night)
    let second = try request(exchange.received(list(body: "Something else."), at: .night))
    #expect(second.method == .patch && second.url.revealed.hasSuffix("/pages/p1/incidents/i9"))
    #expect(!String(decoding: second.body, as: UTF8.self).contains("metadata"))
  }

  @Test func whatItShowsAlreadyIsNotSaidAgain() {
    var exchange = Exchange(.sample(content: content), by: kind, attempt: 2)
    _ = exchange.begin(at: .night)
    #expect(
      exchange.received(list(body: "We look into it."), at: .night)
        == .done(.delivered(receipt: "i9 shows it already")))
  }

  @Test func anEndOfNothingIsRefusedTheFirstTime() {
    let over = content.with { $0.publicStatus = "resolved" }
    for (attempt, isDelivered) in [(1, false), (2, true)] {
      var exchange = Exchange(.sample(content: over), by: kind, attempt: attempt)
      _ = exchange.begin(at: .night)
      let step = exchange.received(list(body: "x", subject: "sitrep/41"), at: .night)
      guard case .done(.delivered) = step else {
        #expect(!isDelivered, "\(step)")
        continue
      }
      #expect(isDelivered)
    }
  }

  @Test func aDrillAndAListThatIsNoneGoNowhere() {
    var drill = Exchange(.sample(isDrill: true), by: kind, attempt: 1)
    #expect(drill.begin(at: .night) == .done(.refused(reason: "A drill is never shown on a public page.")))
    var exchange = Exchange(.sample(), by: kind, attempt: 1)
    _ = exchange.begin(at: .night)
    guard case .done(.refused) = exchange.received(HTTPAnswer(status: 200, body: "<html>"), at: .night) else {
      Issue.record("a page of HTML was taken for a list")
      return
    }
  }

  @Test func noAnswerToTheQuestionLeavesNoDoubt() {
    var exchange = Exchange(.sample(), by: kind, attempt: 1)
    _ = exchange.begin(at: .night)
    let failure = HTTPFailure(isBeforeSending: false, reason: "No.")
    #expect(exchange.failed(failure) == .tryAgain(after: nil, reason: "No."))
    _ = exchange.received(HTTPAnswer(status: 200, body: "[]"), at: .night)
    #expect(exchange.failed(failure) == .unknown(reason: "No."))
  }
}
