/// A document in Markdown: mustache escapes nothing, so every text comes escaped.
struct MarkdownMarkup: Markup {
  func text(_ text: String) -> String { MarkdownText.escaped(text) }
  func inline(_ text: String) -> String { MarkdownText.escaped(text) }
  func reference(_ text: String) -> String { MarkdownText.reference(text) }
  func prose(_ text: String) -> String { MarkdownText.nested(text) }
  func code(_ text: String) -> String { text.replacing("`", with: "'") }
}
