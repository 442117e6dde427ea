/// How texts from outside enter a document of one format.
protocol Markup: Sendable {
  /// For a place where the template puts a text by two braces, and so with the escaping of its content type.
  func text(_ text: String) -> String
  /// For a place that holds marks as well: escaped for good.
  func inline(_ text: String) -> String
  /// A reference to evidence: a link where it is plainly an address.
  func reference(_ text: String) -> String
  /// A section that somebody wrote in Markdown.
  func prose(_ text: String) -> String
  /// A command to type.
  func code(_ text: String) -> String
}
