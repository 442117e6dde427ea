/// A block of a Markdown text with its lines in the file, from 1.
struct MarkdownBlock {
  enum Content {
    case heading(level: Int, title: String)
    case paragraph(Prose)
    case list(isOrdered: Bool, items: [Item])
    case code(Code)
    /// Tables, quotes, HTML, rules: shown, not understood.
    case other
  }

  /// A paragraph's words.
  struct Prose {
    /// Without marks of emphasis, on one line.
    var text: String
    /// What stands emphasised at its beginning, as a name for the rest.
    var lead: String?
    /// Hardly more than a link.
    var isReference = false
    /// Nothing but one span of code, which is how some texts write a command.
    var isCode = false
  }

  struct Item {
    var lines: ClosedRange<Int>
    var isTask: Bool
    var prose: Prose?
    var codes: [Code]
  }

  struct Code {
    /// The fence's info string; empty where it has none or the block is indented.
    var info: String
    var text: String
    var lines: ClosedRange<Int>
  }

  var content: Content
  var lines: ClosedRange<Int>
  /// Every block of code in it, nested ones too, in order.
  var codes: [Code] = []
}
