/// What names an event for good: the file that wrote it and its place in that file's chain, written "k3f9q2-1042".
package struct EventID: Hashable, Sendable {
  package var node: String
  package var sequence: Int64

  package init(node: String, sequence: Int64) {
    self.node = node
    self.sequence = sequence
  }

  /// Reads "k3f9q2-1042"; nil for anything that is not the one way to write an id (no sign, no leading zero), so that
  /// two texts never name the same event.
  package init?(_ text: some StringProtocol) {
    guard let dash = text.lastIndex(of: "-"), dash != text.startIndex,
      let sequence = Int64(text[text.index(after: dash)...]), sequence > 0,
      String(sequence) == text[text.index(after: dash)...]
    else { return nil }
    node = String(text[..<dash])
    self.sequence = sequence
  }
}

extension EventID: CustomStringConvertible {
  package var description: String { "\(node)-\(sequence)" }
}

extension EventID: Comparable {
  package static func < (left: EventID, right: EventID) -> Bool {
    (left.node, left.sequence) < (right.node, right.sequence)
  }
}

extension EventID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = EventID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is not an event id")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
