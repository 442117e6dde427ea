import EventLog

/// An event for PagerDuty's Events v2: its own pager gathers by the subject, so an event that comes twice is one.
enum PagerDutyRequest {
  private static let summaryLimit = 1_024
  private static let keyLimit = 255
  /// Of a whole event in bytes.
  private static let eventLimit = 512_000

  static func make(_ content: LetterContent, routingKey: Secret, endpoint: String) throws(UnfitLetter)
    -> OutgoingRequest
  {
    guard routingKey.revealed.count == 32 else {
      throw UnfitLetter("The routing key of this channel is not of 32 characters, as PagerDuty's are.")
    }
    guard !content.subject.isEmpty, content.subject.count <= keyLimit else {
      throw UnfitLetter("PagerDuty gathers events by a key of 1 to \(keyLimit) characters, and this letter has none.")
    }
    let request = try OutgoingRequest(.post, endpoint, json: event(content, routingKey, details: true))
    guard request.body.count > eventLimit else { return request }
    return try OutgoingRequest(.post, endpoint, json: event(content, routingKey, details: false))
  }

  private static func event(_ content: LetterContent, _ key: Secret, details: Bool) -> JSONValue {
    var event: [String: JSONValue] = [
      "routing_key": .string(key.revealed), "event_action": .string(action(content.action)),
      "dedup_key": .string(content.subject),
    ]
    // Only a trigger says what it is about.
    guard action(content.action) == "trigger" else { return .object(event) }
    var payload: [String: JSONValue] = [
      "summary": .string(content.title.oneLine.limited(to: summaryLimit)),
      "source": .string(content.service ?? "sitrep"), "severity": .string(content.urgency.rawValue),
    ]
    if details {
      var facts = content.details.mapValues { JSONValue.string($0) }
      facts["text"] = .string(content.text)
      payload["custom_details"] = .object(facts)
    }
    if let service = content.service { payload["component"] = .string(service) }
    event["payload"] = .object(payload)
    event["client"] = .string("Sitrep")
    if let link = content.link {
      event["client_url"] = .string(link)
      event["links"] = .array([.object(["href": .string(link), "text": .string("The incident")])])
    }
    return .object(event)
  }

  private static func action(_ action: LetterContent.Action) -> String {
    switch action {
    case .trigger, .update: "trigger"
    case .acknowledge: "acknowledge"
    case .resolve: "resolve"
    }
  }
}
