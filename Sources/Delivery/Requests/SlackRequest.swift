import EventLog

/// A message to Slack's incoming webhook. Its answer names no message, so each update is a new one.
enum SlackRequest {
  /// Of one section's text.
  private static let sectionLimit = 3_000

  static func make(_ content: LetterContent, webhook: Secret) throws(UnfitLetter) -> OutgoingRequest {
    let title = escaped(content.title.oneLine)
    var text = "*\(title)*\n" + escaped(content.text)
    if let link = content.link { text += "\n<\(escaped(link.oneLine))>" }
    let section: JSONValue = .object([
      "type": .string("section"),
      "text": .object(["type": .string("mrkdwn"), "text": .string(text.limited(to: sectionLimit))]),
    ])
    return try OutgoingRequest(
      .post, webhook.revealed,
      json: .object([
        "text": .string(escaped((content.short ?? content.title).oneLine)), "blocks": .array([section]),
      ]))
  }

  /// The three marks that mean something there.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
