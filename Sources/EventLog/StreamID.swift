/// The name of a stream: a kind and a key, written "incident:7h2k…", "alert:am/1a30ba71cca2921f", "run:…".
package struct StreamID: Hashable, Sendable {
  package var name: String

  package init(name: String) { self.name = name }
  package init(_ kind: String, _ key: String) { name = kind + ":" + key }

  /// What stands before the first colon; it chooses the fold.
  package var kind: Substring { name.prefix { $0 != ":" } }
  /// What stands after the first colon.
  package var key: Substring { name.drop { $0 != ":" }.dropFirst() }
}

extension StreamID: CustomStringConvertible {
  package var description: String { name }
}

extension StreamID: Comparable {
  package static func < (left: StreamID, right: StreamID) -> Bool { left.name < right.name }
}

extension StreamID: Codable {
  package init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
