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

  private static let stars = "****"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Secret.stars }
  package var debugDescription: String { Secret.stars }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
