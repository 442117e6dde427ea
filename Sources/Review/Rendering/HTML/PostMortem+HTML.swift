extension PostMortem {
  /// The draft as one HTML document that stands alone: nothing in it is loaded or runs. Its names are those of
  /// `docs/templates/post-mortem.html.mustache`; a text in two braces is escaped by the template, what stands in three is
  /// markup that was made here.
  ///
  /// - Throws: where the template cannot be read. A name that it uses and nobody fills is not an error: it stays empty.
  package func html(template: String = HTMLPostMortemTemplate.text) throws(ReviewRefusal) -> String {
    var context = PostMortemContext(self, markup: HTMLMarkup())
    let drawing = TimelineDrawing(self)
    context.extra = ["style": HTMLStyle.text, "drawing_notes": drawing.notes, "has_notes": !drawing.notes.isEmpty]
    if let svg = drawing.svg { context.extra["drawing"] = svg }
    return try context.rendered(by: template, contentType: "HTML")
  }
}
