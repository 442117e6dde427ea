package import EventLog

/// What is said to a receiver over HTTP for one letter, and what its answers lead to. It sends nothing itself.
package struct Exchange: Hashable, Sendable {
  /// What comes next.
  package enum Step: Hashable, Sendable {
    case send(OutgoingRequest)
    case done(Outcome)
  }

  private enum Stage: Hashable { case asking, sending }

  private let letter: Letter
  private let kind: ChannelKind
  private let attempt: Int
  private var stage = Stage.sending

  /// - Parameter attempt: counted from 1.
  package init(_ letter: Letter, by kind: ChannelKind, attempt: Int) {
    self.letter = letter
    self.kind = kind
    self.attempt = attempt
  }

  /// What leaves of the letter.
  private var content: LetterContent { letter.isDrill ? letter.content.markedAsDrill : letter.content }

  /// The first request, or the end where the letter does not fit the channel.
  package mutating func begin(at now: Instant) -> Step {
    do throws(UnfitLetter) {
      switch kind {
      case .slack(let webhook): return .send(try SlackRequest.make(content, webhook: webhook))
      case .pagerDuty(let key, let endpoint):
        return .send(try PagerDutyRequest.make(content, routingKey: key, endpoint: endpoint))
      case .opsgenie(let key, let endpoint):
        return .send(try OpsgenieRequest.make(content, key: key, endpoint: endpoint))
      case .webhook(let address, let secrets):
        return .send(
          try WebhookRequest.make(letter, content: content, address: address, secrets: secrets, now: now))
      case .ntfy(let server, let topic, let token):
        return .send(
          try NtfyRequest.make(
            content, recipient: letter.recipient, server: server, topic: topic, token: token))
      case .statuspage(let key, let page, let endpoint):
        if letter.isDrill { throw UnfitLetter("A drill is never shown on a public page.") }
        stage = .asking
        return .send(try StatuspageRequest.lookUp(key: key, page: page, endpoint: endpoint))
      case .mail, .command: throw UnfitLetter("This channel does not speak HTTP.")
      }
    } catch {
      return .done(.refused(reason: error.reason))
    }
  }

  /// What an answer leads to.
  package mutating func received(_ answer: HTTPAnswer, at now: Instant) -> Step {
    let outcome = AnswerReading.outcome(of: answer, for: kind, now: now)
    guard stage == .asking, case .delivered = outcome, case .statuspage(let key, let page, let endpoint) = kind else {
      return .done(outcome)
    }
    stage = .sending
    do throws(UnfitLetter) {
      let found = try StatuspageRequest.find(content, in: answer.body)
      if let found, found.isUpToDate { return .done(.delivered(receipt: "\(found.id) shows it already")) }
      if found == nil, StatuspageRequest.status(content) == "resolved" {
        return .done(
          attempt > 1
            ? .delivered(receipt: "the page shows no open incident of this subject any more")
            : .refused(reason: "The page has no open incident of this subject that could be resolved."))
      }
      return .send(try StatuspageRequest.send(content, to: found, key: key, page: page, endpoint: endpoint))
    } catch {
      return .done(.refused(reason: error.reason))
    }
  }

  /// What it means that no answer came.
  package func failed(_ failure: HTTPFailure) -> Outcome {
    if stage == .asking || failure.isBeforeSending { return .tryAgain(after: nil, reason: failure.reason) }
    return .unknown(reason: failure.reason)
  }
}
