import Incidents

/// A message as a mail: one line of subject, plain text.
package struct MailText: Hashable, Sendable {
  package var subject: String
  /// Lines of at most 76 characters where the words allow it.
  package var body: String

  package init(_ draft: MessageDraft) {
    let drill = draft.isDrill ? "DRILL " : ""
    let head = draft.audience.isOutside ? "" : "[\(draft.severity.name) #\(draft.label)] "
    subject = Cut.shortened(Cut.line("\(drill)\(head)\(draft.state.title): \(draft.title)"), to: 200)
    body = draft.text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap(Self.wrapped).joined(separator: "\n")
  }

  private static let width = 76

  /// A longer line at its words; an address stays in one piece, however long it is.
  private static func wrapped(_ line: Substring) -> [String] {
    guard line.count > width else { return [String(line)] }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if current.isEmpty {
        current = String(word)
      } else if current.count + 1 + word.count <= width {
        current += " \(word)"
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return lines + [current]
  }
}
