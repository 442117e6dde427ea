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
    let began = ContinuousClock.now
    let (outcome, answer) = try await judgeAlerts(request)
    let elapsed = began.duration(to: .now).components
    state.count { $0.record(outcome, seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18) }
    if outcome != .accepted {
      logger.warning("alerts refused", metadata: ["outcome": "\(outcome.rawValue)", "answer": "\(answer.body)"])
    }
    return answer
  }

  private func judgeAlerts(_ request: Request) async throws -> (RequestOutcome, Answer) {
    let ring: KeyRing
    do { ring = try self.ring() } catch { return failed(error) }
    let key = presentedKey(of: request, in: ring)
    if let refused = refusal(of: request, key: key, ring: ring) { return refused }

    let signal: AlertSignal
    do {
      signal = try AlertmanagerBody.decode(try await collect(request))
    } catch let fault as MalformedBody {
      return fault.isTooLarge
        ? (.tooLarge, .fault(.contentTooLarge, fault.sentence, field: fault.field))
        : (.malformed, .fault(.badRequest, fault.sentence, field: fault.field))
    }
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

  private func collect(_ request: Request) async throws -> [UInt8] {
    let limit = AlertmanagerBody.byteLimit
    let tooLarge = MalformedBody(
      "body", "more than \(limit) bytes; set max_alerts in the receiver", isTooLarge: true)
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

  private func failed(_ trouble: Trouble) -> (RequestOutcome, Answer) {
    switch trouble.code {
    case .busy, .lockedTooLong: (.busy, .tryAgain(after: 1, trouble.message))
    default: (.failed, .tryAgain(after: 10, trouble.message))
    }
  }
}
