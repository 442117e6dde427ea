import EventLog

/// A letter as Standard Webhooks sends it.
enum WebhookRequest {
  static func make(
    _ letter: Letter, content: LetterContent, address: Secret, secrets: [Secret], now: Instant
  ) throws(UnfitLetter) -> OutgoingRequest {
    // The id is a part of what is signed, and dots divide its parts.
    let id = String(letter.key.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:/".contains($0)) ? $0 : "-" })
    let body: JSONValue = .object([
      "type": .string("incident." + word(content.action)), "timestamp": .string(now.rfc3339),
      "data": LetterFields.json(letter, content),
    ])
    let bytes = Array(PayloadText.encode(body).utf8)
    let timestamp = now.milliseconds / 1_000
    var headers = [
      OutgoingRequest.Header("webhook-id", id), OutgoingRequest.Header("webhook-timestamp", String(timestamp)),
    ]
    if !secrets.isEmpty {
      let signature = try WebhookSignature.header(id: id, timestamp: timestamp, body: bytes, secrets: secrets)
      headers.append(OutgoingRequest.Header("webhook-signature", signature))
    }
    headers.append(OutgoingRequest.Header("content-type", "application/json"))
    return try OutgoingRequest(.post, address.revealed, headers: headers, body: bytes)
  }

  private static func word(_ action: LetterContent.Action) -> String {
    switch action {
    case .trigger: "triggered"
    case .acknowledge: "acknowledged"
    case .resolve: "resolved"
    case .update: "updated"
    }
  }
}
