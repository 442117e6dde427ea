/// How an editing of a text ended.
package enum EditOutcome: Equatable, Sendable {
  case saved(String)
  /// The file is as it was.
  case unchanged
  /// A whole sentence for a person: what went wrong, and where the text is when it is not lost.
  case failed(String)
}
