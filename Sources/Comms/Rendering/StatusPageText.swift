import Incidents

/// A message as a hosted status page takes it.
package struct StatusPageText: Hashable, Sendable {
  /// At most 255 characters, one line.
  package var name: String
  /// "investigating", "identified", "monitoring", "resolved".
  package var status: String
  /// At most 25,000 characters.
  package var body: String

  package init(_ draft: MessageDraft) {
    name = Cut.shortened(Cut.line(draft.title), to: 255)
    status = draft.state.rawValue
    body = Cut.shortened(draft.text, to: 25_000)
  }
}
