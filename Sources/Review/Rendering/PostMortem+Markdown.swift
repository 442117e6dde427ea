import Mustache

extension PostMortem {
  /// The draft as Markdown, by a mustache template; its names are those of `docs/templates/post-mortem.md.mustache`.
  /// Every text from outside is escaped for Markdown before the template sees it.
  ///
  /// - Throws: where the template cannot be read. A name that it uses and nobody fills is not an error: it stays empty.
  package func markdown(template: String = PostMortemTemplate.text) throws(ReviewRefusal) -> String {
    // A template is Markdown, whatever its author forgot to say: without this, mustache would escape for HTML.
    try PostMortemContext(self, markup: MarkdownMarkup()).rendered(by: template, contentType: "TEXT")
  }
}
