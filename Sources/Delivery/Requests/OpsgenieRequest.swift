import EventLog

/// A request to Opsgenie's alert API: an alert is known by its alias there, so a request that comes twice changes nothing.
enum OpsgenieRequest {
  private static let messageLimit = 130
  private static let aliasLimit = 512
  private static let descriptionLimit = 15_000
  private static let noteLimit = 25_000

  static func make(_ content: LetterContent, key: Secret, endpoint: String) throws(UnfitLetter) -> OutgoingRequest {
    guard !content.subject.isEmpty, content.subject.count <= aliasLimit else {
      throw UnfitLetter("Opsgenie knows alerts by an alias of 1 to \(aliasLimit) characters, and this letter has none.")
    }
    let headers = [OutgoingRequest.Header("authorization", "GenieKey " + key.revealed)]
    let alert = "\(endpoint)/\(escaped(content.subject))"
    switch content.action {
    case .trigger, .update: return try OutgoingRequest(.post, endpoint, headers: headers, json: created(content))
    case .acknowledge:
      return try OutgoingRequest(
        .post, "\(alert)/acknowledge?identifierType=alias", headers: headers, json: followed(content))
    case .resolve:
      return try OutgoingRequest(
        .post, "\(alert)/close?identifierType=alias", headers: headers, json: followed(content))
    }
  }

  private static func created(_ content: LetterContent) -> JSONValue {
    .object([
      "message": .string(content.title.oneLine.limited(to: messageLimit)), "alias": .string(content.subject),
      "description": .string(content.text.limited(to: descriptionLimit)), "source": .string("sitrep"),
      "entity": .string((content.service ?? "").limited(to: 512)), "priority": .string(priority(content.urgency)),
      "details": .object(content.details.mapValues { .string($0) }),
    ])
  }

  private static func followed(_ content: LetterContent) -> JSONValue {
    .object([
      "source": .string("sitrep"), "note": .string(content.text.limited(to: noteLimit)),
      "user": .string((content.details["person"] ?? "sitrep").limited(to: 100)),
    ])
  }

  private static func priority(_ urgency: LetterContent.Urgency) -> String {
    switch urgency {
    case .critical: "P1"
    case .error: "P2"
    case .warning: "P3"
    case .info: "P5"
    }
  }

  /// As one part of a path: an alias may hold a slash.
  private static func escaped(_ alias: String) -> String {
    alias.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
        ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
