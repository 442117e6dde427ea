import Mustache

/// One of many rows for a template. Mustache finds out by casts what each value is, which for a dictionary of anything
/// takes longer than all the rest; this says at once what it is.
struct TemplateRow: MustacheParent {
  /// A text that stands as it is.
  private struct Text: MustacheCustomRenderable {
    var renderText: String
    var isNull: Bool { false }
  }

  private let texts: [String: Text]

  init(_ texts: [String: String]) { self.texts = texts.mapValues(Text.init) }

  func child(named name: String) -> Any? { texts[name] }
}
