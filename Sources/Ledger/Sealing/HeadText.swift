package import EventLog

/// A head as somebody kept it: an event and the hash it had, or the beginning of that.
package struct HeadText: Hashable, Sendable {
  package var event: EventID
  /// In hexadecimal, at least the first twelve digits.
  package var hash: String

  /// Reads "k3f9q2-1042 9f86d0818840…", also with a colon between; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split { $0 == " " || $0 == ":" || $0 == "\t" }
    guard parts.count == 2, let event = EventID(parts[0]) else { return nil }
    self.init(event: event, hash: String(parts[1]))
  }

  private init?(event: EventID, hash: String) {
    var digits = hash.lowercased()
    if digits.hasSuffix("…") { digits.removeLast() }
    guard (12...64).contains(digits.utf8.count), digits.utf8.allSatisfy(HeadText.isDigit) else { return nil }
    self.event = event
    self.hash = digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// All heads of a text: what `db verify` or `db backup` printed, or JSON with `heads` in it as `/status.json` and
  /// the verbs give it.
  package static func all(in text: String) -> [HeadText] {
    if let json = PayloadText.decode(JSONValue.self, from: text) {
      guard case .array(let heads)? = json["heads"] else { return [] }
      return heads.compactMap { head in
        if let text = head.string { return HeadText(text) }
        guard case .integer(let sequence)? = head["sequence"], let node = head["node"]?.string,
          let hash = head["hash"]?.string
        else { return nil }
        return HeadText(event: EventID(node: node, sequence: sequence), hash: hash)
      }
    }
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      HeadText(line.hasPrefix("head ") ? line.dropFirst(5) : line)
    }
  }
}
