import Commands
import Desk
import EventLog
import Hummingbird
import Incidents
import Logging
import NIOCore

extension IntakeResponder {
  /// How many alerts are written at once.
  private static let partSize = 100

  /// Takes in a webhook of Alertmanager. The answer follows the durable write; a passing fault answers 503, because
  /// Alertmanager gives up on every 4xx.
  func receiveAlerts(_ request: Request) async throws -> Answer {
    try await counted(request) { () async throws in try await self.judgeAlerts(request) }
  }

  /// Judges a request, and counts how it ended and how long that took. What cannot be read is told with its place.
  func counted(
    _ request: Request, _ judge: () async throws -> (RequestOutcome, Answer)
  ) async throws -> Answer {
    let began = ContinuousClock.now
    let (outcome, answer): (RequestOutcome, Answer)
    do {
      (outcome, answer) = try await judge()
    } catch let fault as MalformedBody {
      (outcome, answer) =
        fault.isTooLarge
        ? (.tooLarge, .fault(.contentTooLarge, fault.sentence, field: fault.field))
        : (.malformed, .fault(.badRequest, fault.sentence, field: fault.field))
    }
    let elapsed = began.duration(to: .now).components
    state.count { $0.record(outcome, seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18) }
    if outcome != .accepted {
      logger.warning(
        "request refused",
        metadata: ["path": "\(request.uri.path)", "outcome": "\(outcome.rawValue)", "answer": "\(answer.body)"])
    }
    return answer
  }

  private func judgeAlerts(_ request: Request) async throws -> (RequestOutcome, Answer) {
    let ring: KeyRing
    do { ring = try self.ring() } catch { return failed(error) }
    let key = presentedKey(of: request, in: ring)
    if let refused = refusal(of: request, key: key, ring: ring) { return refused }

    let signal = try AlertmanagerBody.decode(
      try await collect(request, limit: AlertmanagerBody.byteLimit, advice: "; set max_alerts in the receiver"))
    if let service = key?.service,
      let index = signal.alerts.firstIndex(where: { AdmissionPolicy.service(of: $0) != service })
    {
      return (
        .forbidden,
        .fault(
          .forbidden, "This key is for alerts of the service \(quoted(service)) alone.",
          field: "alerts[\(index)].labels.service")
      )
    }
    do {
      return (.accepted, .document(ReceiptDocument(try await receive(signal, from: key))))
    } catch {
      return failed(error)
    }
  }

  private func refusal(of request: Request, key: SenderKey?, ring: KeyRing) -> (RequestOutcome, Answer)? {
    if ListenPolicy.alertsNeedKey(at: address, hasKeys: !ring.isEmpty) {
      guard let key else { return (.unauthorized, unauthorized()) }
      if let wait = state.take(key, at: now()) {
        return (.limited, .tryAgain(after: wait, "This key has used up its requests of this minute."))
      }
    } else if request.headers[.origin] != nil {
      // Without a key, a page in somebody's browser could otherwise send alerts to the loopback address.
      return (.forbidden, .fault(.forbidden, "Web pages may not send alerts."))
    }
    return nil
  }

  func collect(_ request: Request, limit: Int, advice: String = "") async throws -> [UInt8] {
    let tooLarge = MalformedBody("body", "more than \(limit) bytes\(advice)", isTooLarge: true)
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
    do {
      return Array(buffer: try await request.body.collect(upTo: limit))
    } catch is NIOTooManyBytesError {
      throw tooLarge
    }
  }

  private func receive(_ signal: AlertSignal, from key: SenderKey?) async throws(Trouble) -> SignalReceipt {
    let actor = Actor(
      person: AlertmanagerBody.source, via: key.map { SenderKey.via($0.name) } ?? "http", assurance: .machine)
    var receipt = SignalReceipt()
    for part in signal.parts(of: Self.partSize) {
      receipt += try await receiver.receive(part, by: actor)
    }
    let now = now()
    state.count { [receipt] in $0.record(receipt, at: now) }
    return receipt
  }

  func failed(_ trouble: Trouble) -> (RequestOutcome, Answer) {
    switch trouble.code {
    case .busy, .lockedTooLong: (.busy, .tryAgain(after: 1, trouble.message))
    default: (.failed, .tryAgain(after: 10, trouble.message))
    }
  }
}
