import EventLog

/// What a server's answer means for a letter.
enum AnswerReading {
  static func outcome(of answer: HTTPAnswer, for kind: ChannelKind, now: Instant) -> Outcome {
    let words = ForeignWords.tamed(answer.body, without: kind.secrets)
    let said = "The receiver answered \(answer.status)" + (words.isEmpty ? "." : ": \(words)")
    switch answer.status {
    case 200..<300: return .delivered(receipt: receipt(answer, words, kind))
    case 300..<400:
      return .refused(
        reason: "The receiver answered \(answer.status) and points elsewhere, which is not followed. Write the address "
          + "that it points to.")
    case 408, 420, 425, 429, 500...:
      return .tryAgain(after: answer.retryAfter.flatMap { RetryAfter.span($0, now: now) }, reason: said)
    case 401, 403: return .refused(reason: said + hint(kind))
    case 410: return .refused(reason: said + " It asks never to be sent to again.")
    default: return .refused(reason: said)
    }
  }

  private static func hint(_ kind: ChannelKind) -> String {
    switch kind {
    case .pagerDuty, .opsgenie, .statuspage, .ntfy: " Look at the key of this channel."
    default: ""
    }
  }

  private static func receipt(_ answer: HTTPAnswer, _ words: String, _ kind: ChannelKind) -> String {
    let fields = PayloadText.decode(JSONValue.self, from: answer.body)
    let name: String? =
      switch kind {
      case .pagerDuty: fields?["dedup_key"]?.string
      case .opsgenie: fields?["requestId"]?.string
      case .statuspage, .ntfy: fields?["id"]?.string
      case .slack, .mail, .webhook, .command: nil
      }
    if let name {
      return "\(answer.status) " + ForeignWords.tamed(name, without: kind.secrets)
    }
    return words.isEmpty || fields != nil ? "\(answer.status)" : "\(answer.status) \(words)"
  }
}
