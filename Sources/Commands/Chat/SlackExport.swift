import EventLog
import Incidents

/// A channel's file of a Slack export: an array of messages, or an object that holds one.
enum SlackExport {
  /// Nil where the text is no such file.
  static func parse(_ text: String) -> ChatTranscript? {
    guard let start = text.first(where: { !$0.isWhitespace }), start == "[" || start == "{",
      let document = PayloadText.decode(JSONValue.self, from: text)
    else { return nil }
    let messages: [JSONValue]
    switch document {
    case .array(let items): messages = items
    case .object(let fields):
      guard case .array(let items)? = fields["messages"] else { return nil }
      messages = items
    default: return nil
    }
    let names = names(messages)
    let lines = messages.compactMap { line($0, names: names) }.sorted { $0.at < $1.at }
    return ChatTranscript(lines: lines, source: "slack export", skipped: messages.count - lines.count)
  }

  /// Joins, topics and the like are no words; those of a thread and of a bot are.
  private static let kinds: Set<String> = ["", "thread_broadcast", "me_message", "bot_message", "file_share"]

  private static func line(_ message: JSONValue, names: [String: String]) -> ImportedLine? {
    guard text(message["type"]) ?? "message" == "message", kinds.contains(text(message["subtype"]) ?? ""),
      let stamp = text(message["ts"]), let at = instant(stamp), let words = text(message["text"])
    else { return nil }
    let plain = unmarked(words, names: names)
    guard plain.contains(where: { !$0.isWhitespace }) else { return nil }
    let person = name(message) ?? text(message["user"]).flatMap { names[$0] } ?? text(message["user"]) ?? "somebody"
    return ImportedLine(at: at, precision: .exact, person: person, text: plain)
  }

  private static func names(_ messages: [JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for message in messages {
      if let id = text(message["user"]), let name = name(message) { names[id] = name }
    }
    return names
  }

  private static func name(_ message: JSONValue) -> String? {
    let profile = message["user_profile"]
    let given = [
      text(profile?["display_name"]), text(profile?["name"]), text(profile?["real_name"]), text(message["username"]),
    ]
    return given.compactMap { $0 }.first { !$0.isEmpty }
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }

  /// "1763733720.000200": seconds since 1970 and a fraction that tells messages of one second apart.
  private static func instant(_ stamp: String) -> Instant? {
    let parts = stamp.split(separator: ".", maxSplits: 1)
    guard let seconds = parts.first.flatMap({ Int64($0) }), (0..<100_000_000_000).contains(seconds) else { return nil }
    let fraction = parts.count > 1 ? Int64(parts[1].prefix(3).padded) ?? 0 : 0
    return Instant(milliseconds: seconds * 1_000 + fraction)
  }

  /// "<@U1> see <https://x|the graph> &amp; wait" as people read it.
  private static func unmarked(_ text: String, names: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      result += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1).map(String.init)
      let target = parts.first ?? ""
      switch target.first {
      case "@":
        result += "@" + (parts.count > 1 ? parts[1] : names[String(target.dropFirst())] ?? String(target.dropFirst()))
      case "#": result += "#" + (parts.count > 1 ? parts[1] : String(target.dropFirst()))
      case "!": result += "@" + (parts.count > 1 ? parts[1] : String(target.dropFirst()))
      default: result += parts.count > 1 ? "\(parts[1]) (\(target))" : target
      }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}

extension Substring {
  /// Three digits of a fraction, filled up on the right.
  fileprivate var padded: String { self + String(repeating: "0", count: Swift.max(0, 3 - count)) }
}
