/// A line that one text has and another has not.
package struct TextChange: Hashable, Sendable {
  package var isAdded: Bool
  package var line: String

  /// "+ Identified: …" or "- Investigating: …".
  package var words: String { (isAdded ? "+ " : "- ") + line }

  /// What leads from one text to another: the lines that go, then those that come, each in the order of its text.
  package static func between(_ old: String, _ new: String) -> [TextChange] {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }
    let change = lines(new).difference(from: lines(old))
    let gone = change.removals.compactMap { step -> TextChange? in
      if case .remove(_, let line, _) = step { TextChange(isAdded: false, line: line) } else { nil }
    }
    let come = change.insertions.compactMap { step -> TextChange? in
      if case .insert(_, let line, _) = step { TextChange(isAdded: true, line: line) } else { nil }
    }
    return gone + come
  }
}
