import EventLog

/// One of the ways to put something right was chosen; the others stay to be taken later.
package struct OptionTaken: EventPayload {
  package static let kind = "option.taken"
  package static var redactable: Set<String> { ["title"] }

  package var procedure: String
  /// From 1, in the order of the text.
  package var number: Int
  package var name: String
  package var title: String
}
