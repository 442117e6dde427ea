import EventLog

/// A text that must never be shown: whatever prints, logs or reflects it gets stars.
package struct Secret: Hashable, Sendable {
  private let text: String

  /// - Parameter text: without the blanks and line ends around it, which files and variables pick up.
  package init(_ text: String) {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    self.text = String(rest)
  }

  package var isEmpty: Bool { text.isEmpty }

  /// The text itself, for what is sent and nothing else.
  var revealed: String { text }

  /// A text from outside without this secret in it: some receivers repeat what they were sent.
  func blanked(in words: String) -> String {
    text.count < 4 ? words : words.replacing(text, with: Secret.stars)
  }

  /// Of an address that is secret as a whole: its path, and what in it is long enough to be a key. Receivers repeat the
  /// path that they do not know.
  var addressParts: [Secret] {
    guard let path = OutwardAddress(text)?.path, path.count > 1 else { return [] }
    let parts = path.split { "/?&=".contains($0) }.filter { $0.count >= 6 }
    return [Secret(path)] + parts.map { Secret(String($0)) }
  }

  private static let stars = "****"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Secret.stars }
  package var debugDescription: String { Secret.stars }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
