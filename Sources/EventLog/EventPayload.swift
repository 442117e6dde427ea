import FoundationEssentials

/// The body of one kind of event. Payloads grow by adding optional fields; `version` rises only when an older reader
/// would be wrong.
package protocol EventPayload: Codable, Sendable, Hashable {
  /// "incident.declared": the noun of the room, then what happened, in the past tense.
  static var kind: String { get }
  static var version: Int { get }
  /// The fields that a correction may change; empty where the event can only be retracted.
  static var correctable: Set<String> { get }
  /// The fields whose text a redaction blanks; what stays must be harmless by its type (a number, a status).
  static var redactable: Set<String> { get }
  /// The body as JSON text; written by hand (`PayloadWriter`) only where a kind comes by the thousand.
  var payloadText: String { get }
}

extension EventPayload {
  package static var version: Int { 1 }
  package static var correctable: Set<String> { [] }
  package static var redactable: Set<String> { correctable }
  package var payloadText: String { PayloadText.encode(self) }
}

/// Payloads as JSON text: sorted keys, no spaces, so that the same body is the same bytes.
package enum PayloadText {
  /// Every payload is made of strings, numbers, booleans, arrays and string-keyed maps, which cannot fail to encode;
  /// should one ever, an empty object is recorded rather than nothing.
  package static func encode(_ body: some Encodable) -> String {
    guard let data = try? encoder.encode(body) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  package static func decode<Body: Decodable>(_ type: Body.Type, from text: String) -> Body? {
    try? decoder.decode(type, from: Data(text.utf8))
  }

  private static let decoder = JSONDecoder()
  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
