import EventLog

/// A letter as JSON, for receivers that are programs of a team's own.
enum LetterFields {
  static func json(_ letter: Letter, _ content: LetterContent) -> JSONValue {
    .object([
      "key": .string(letter.key), "channel": .string(letter.channel), "recipient": .string(letter.recipient),
      "incident": text(letter.incident?.name), "occasion": text(letter.occasion), "drill": .bool(letter.isDrill),
      "action": .string(content.action.rawValue), "urgency": .string(content.urgency.rawValue),
      "subject": .string(content.subject), "service": text(content.service), "link": text(content.link),
      "title": .string(content.title), "text": .string(content.text),
      "short": .string(content.short ?? content.title.limited(to: 160)),
      "details": .object(content.details.mapValues { .string($0) }),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
