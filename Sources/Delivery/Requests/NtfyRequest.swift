import EventLog

/// A push to phones by ntfy's JSON form, which takes any text; headers would not.
enum NtfyRequest {
  /// Of the message in bytes; beyond it a server makes an attachment of it.
  private static let messageLimit = 4_096

  static func make(
    _ content: LetterContent, recipient: String, server: String, topic: Secret?, token: Secret?
  ) throws(UnfitLetter) -> OutgoingRequest {
    let name = recipient.isEmpty ? topic?.revealed ?? "" : recipient
    guard (1...64).contains(name.count),
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
    else {
      throw UnfitLetter("A topic of ntfy is of 1 to 64 letters, digits, '-' and '_'; this letter names none.")
    }
    var text = content.text
    while text.utf8.count > messageLimit {
      text = text.limited(to: text.count - (text.utf8.count - messageLimit + 3) / 4)
    }
    var fields: [String: JSONValue] = [
      "topic": .string(name), "title": .string(content.title.oneLine.limited(to: 250)), "message": .string(text),
      "priority": .integer(priority(content)), "tags": .array([.string(tag(content))]),
    ]
    if let link = content.link { fields["click"] = .string(link) }
    let headers = token.map { [OutgoingRequest.Header("authorization", "Bearer " + $0.revealed)] } ?? []
    return try OutgoingRequest(.post, server, headers: headers, json: .object(fields))
  }

  /// 5 rings through a phone that is set to silence, where its owner allows that.
  private static func priority(_ content: LetterContent) -> Int64 {
    guard content.action == .trigger else { return content.action == .update ? 3 : 2 }
    switch content.urgency {
    case .critical: return 5
    case .error: return 4
    case .warning: return 3
    case .info: return 2
    }
  }

  private static func tag(_ content: LetterContent) -> String {
    switch content.action {
    case .trigger: "rotating_light"
    case .acknowledge: "eyes"
    case .resolve: "white_check_mark"
    case .update: "loudspeaker"
    }
  }
}
