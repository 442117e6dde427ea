import Commands
import Desk
import EventLog
import HTTPTypes
import Hummingbird
import Logging

/// Answers the requests: finds the path, sees to the method, leaves the rest to one function per path.
struct IntakeResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let receiver: any AlertReceiver
  let address: ServerAddress
  let configured: [SenderKey]
  let pagers: [PagerSender]
  let version: String
  let startedAt: Instant
  let now: @Sendable () -> Instant
  let logger: Logger
  let state = IntakeState()

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    let answer = try await answer(request)
    return answer.response(withBody: request.method != .head)
  }

  private func answer(_ request: Request) async throws -> Answer {
    var path = request.uri.path[...]
    if path.count > 1, path.last == "/" { path = path.dropLast() }
    switch path {
    case "/api/v1/alertmanager":
      guard request.method == .post else { return wrongMethod(allowed: "POST") }
      return try await receiveAlerts(request)
    case "/api/v1/pagerduty":
      return request.method == .post ? try await receivePagerDuty(request) : wrongMethod(allowed: "POST")
    case "/api/v1/opsgenie":
      return request.method == .post ? try await receiveOpsgenie(request) : wrongMethod(allowed: "POST")
    case "/v2/enqueue":
      return request.method == .post ? try await receiveEvent(request) : wrongMethod(allowed: "POST")
    case "/healthz": return isReading(request) ? health() : wrongMethod(allowed: "GET, HEAD")
    case "/readyz": return isReading(request) ? await readiness() : wrongMethod(allowed: "GET, HEAD")
    case "/metrics":
      guard isReading(request) else { return wrongMethod(allowed: "GET, HEAD") }
      return figuresRefusal(request) ?? metrics()
    case "/status.json":
      guard isReading(request) else { return wrongMethod(allowed: "GET, HEAD") }
      return figuresRefusal(request) ?? status()
    case "/status": return isReading(request) ? page(isForPrograms: false) : wrongMethod(allowed: "GET, HEAD")
    case "/status/public.json":
      return isReading(request) ? page(isForPrograms: true) : wrongMethod(allowed: "GET, HEAD")
    case "/oncall.ics":
      guard isReading(request) else { return wrongMethod(allowed: "GET, HEAD") }
      return figuresRefusal(request) ?? calendar(request)
    default:
      return .fault(.notFound, "There is nothing here. Alertmanager's webhook goes to /api/v1/alertmanager.")
    }
  }

  private func isReading(_ request: Request) -> Bool { request.method == .get || request.method == .head }

  private func wrongMethod(allowed: String) -> Answer {
    var answer = Answer.fault(.methodNotAllowed, "This path takes \(allowed) alone.")
    answer.headers[.allow] = allowed
    return answer
  }

  // MARK: - Figures

  private func health() -> Answer { Answer(status: .ok, contentType: "text/plain; charset=utf-8", body: "ok\n") }

  private func readiness() async -> Answer {
    do {
      try await receiver.probe()
      return Answer(status: .ok, contentType: "text/plain; charset=utf-8", body: "ready\n")
    } catch {
      return .tryAgain(after: 5, "The store takes no writes: \(error.message)")
    }
  }

  private func metrics() -> Answer {
    let text = MetricsText.write(
      status: try? receiver.figures(), counts: state.counts, version: version, now: now())
    return Answer(status: .ok, contentType: "text/plain; version=0.0.4; charset=utf-8", body: text)
  }

  private func status() -> Answer {
    do {
      return .document(StatusDocument(try receiver.figures(), version: version, at: now(), startedAt: startedAt))
    } catch {
      return .tryAgain(after: 5, error.message)
    }
  }

  /// What the public was told is for everybody: it asks for no key.
  private func page(isForPrograms: Bool) -> Answer {
    do {
      let page = try state.page(at: now()) { () throws(Trouble) in try receiver.publicPage() }
      guard !isForPrograms else { return Answer(status: .ok, body: page.json) }
      var answer = Answer(status: .ok, contentType: "text/html; charset=utf-8", body: page.html)
      answer.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'"
      return answer
    } catch {
      return .tryAgain(after: 5, error.message)
    }
  }

  private func calendar(_ request: Request) -> Answer {
    let asked = request.uri.queryParameters
    do {
      let text = try receiver.calendar(
        person: asked.get("person"), role: asked.get("role"))
      return Answer(status: .ok, contentType: "text/calendar; charset=utf-8", body: text)
    } catch  where error.code == .badInput {
      return .fault(.badRequest, error.message, field: "role")
    } catch {
      return .tryAgain(after: 5, error.message)
    }
  }

  private func figuresRefusal(_ request: Request) -> Answer? {
    guard ListenPolicy.figuresNeedKey(at: address) else { return nil }
    do {
      return try presentedKey(of: request, in: ring()) == nil ? unauthorized() : nil
    } catch {
      return .tryAgain(after: 5, error.message)
    }
  }

  // MARK: - Keys

  func ring() throws(Trouble) -> KeyRing {
    try state.ring(at: now()) { () throws(Trouble) in KeyRing(try configured + receiver.keys()) }
  }

  func presentedKey(of request: Request, in ring: KeyRing) -> SenderKey? {
    PresentedKey.text(authorization: request.headers[.authorization], apiKey: request.headers[.apiKey])
      .flatMap(ring.key(presented:))
  }

  func unauthorized() -> Answer {
    var answer = Answer.fault(
      .unauthorized,
      "A valid key is needed: Authorization: Bearer KEY, X-API-Key: KEY, or the password of basic authorization.")
    answer.headers[.wwwAuthenticate] = "Bearer, Basic realm=\"sitrep\""
    return answer
  }
}

extension HTTPField.Name {
  static let apiKey = HTTPField.Name("X-API-Key") ?? .authorization
}
