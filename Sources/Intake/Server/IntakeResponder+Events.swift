import Commands
import Desk
import EventLog
import Hummingbird
import Incidents

extension IntakeResponder {
  /// Takes in an event of PagerDuty's Events v2, and answers as that format says: 202, 400 for what will never be taken,
  /// 429 and 503 for what may be sent again.
  func receiveEvent(_ request: Request) async throws -> Answer {
    try await counted(request) { () async throws in try await self.judgeEvent(request) }
  }

  private func judgeEvent(_ request: Request) async throws -> (RequestOutcome, Answer) {
    let ring: KeyRing
    do { ring = try self.ring() } catch { return failed(error) }
    do {
      let bytes = try await collect(request, limit: EventBody.byteLimit)
      return await take(try EventBody.decode(bytes, now: now()), ring)
    } catch let faults as EventBody.Faults {
      return refused(faults.sentences, isTooLarge: faults.isTooLarge)
    } catch let fault as MalformedBody {
      return refused([fault.sentence], isTooLarge: fault.isTooLarge)
    }
  }

  private func refused(_ sentences: [String], isTooLarge: Bool) -> (RequestOutcome, Answer) {
    let answer = EventAnswer(status: "invalid event", message: "Event object is invalid", errors: sentences)
    return isTooLarge
      ? (.tooLarge, .document(answer, status: .contentTooLarge)) : (.malformed, .document(answer, status: .badRequest))
  }

  private func take(_ body: EventBody, _ ring: KeyRing) async -> (RequestOutcome, Answer) {
    guard let key = ring.key(presented: body.routingKey) else {
      return (
        .unauthorized,
        .document(
          EventAnswer(
            status: "invalid event", message: "Event object is invalid",
            errors: ["routing_key: is no key of this receiver; `sitrep key create NAME --routing` makes one"]),
          status: .badRequest)
      )
    }
    if let wait = state.take(key, at: now()) {
      var answer = Answer.document(
        EventAnswer(status: "throttle exceeded", message: "This key has used up its requests of this minute."),
        status: .tooManyRequests)
      answer.headers[.retryAfter] = String(wait)
      return (.limited, answer)
    }
    let actor = Actor(person: key.name, via: SenderKey.via(key.name), assurance: .machine)
    do throws(Trouble) {
      let receipt = try await receiver.receive(body.event(from: key.name, service: key.service), by: actor)
      let now = now()
      state.count { $0.record(receipt, at: now) }
      return (
        .accepted,
        .document(
          EventAnswer(status: "success", message: "Event processed", dedupKey: body.key), status: .accepted)
      )
    } catch {
      return failed(error)
    }
  }
}

/// What a sender of events gets back, in the words of the published format.
private struct EventAnswer: Encodable {
  var status: String
  var message: String
  var dedupKey: String?
  var errors: [String]?

  enum CodingKeys: String, CodingKey {
    case status, message, errors
    case dedupKey = "dedup_key"
  }
}
