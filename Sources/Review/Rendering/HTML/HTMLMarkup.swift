/// A document in HTML: mustache escapes what stands in two braces, this what stands in three.
struct HTMLMarkup: Markup {
  func text(_ text: String) -> String { HTMLText.plain(text) }
  func inline(_ text: String) -> String { HTMLText.escaped(text) }
  func reference(_ text: String) -> String { HTMLText.reference(text) }
  func prose(_ text: String) -> String { HTMLProse(text).html }
  func code(_ text: String) -> String { HTMLText.plain(text) }
}
