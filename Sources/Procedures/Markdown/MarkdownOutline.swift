import CMarkdown

/// The top-level blocks of a Markdown text, as cmark-gfm sees them.
struct MarkdownOutline {
  private(set) var blocks: [MarkdownBlock] = []

  // cmark keeps its extensions in one list per process; a static is initialised once, whichever thread comes first.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// `lineOffset` lines of the file stand before the first of `lines`.
  init(lines: [String], lineOffset: Int) {
    guard Self.isReady, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist", "strikethrough", "autolink"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    for line in lines {
      cmark_parser_feed(parser, line, line.utf8.count)
      cmark_parser_feed(parser, "\n", 1)
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    let reader = NodeReader(lineOffset: lineOffset)
    blocks = reader.bounded(reader.children(of: root), end: lines.count).map {
      reader.block($0, end: $1)
    }
  }
}

private struct NodeReader {
  typealias Node = OpaquePointer

  /// Lines of the file before the first that cmark saw.
  var lineOffset: Int

  func children(of node: Node) -> [Node] {
    var found: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  /// Siblings, each with the last line it may take. cmark counts the line that ends an unclosed fence in a list item
  /// to the fence; it belongs to what comes next.
  func bounded(_ nodes: [Node], end: Int) -> [(Node, Int)] {
    nodes.indices.map { index in
      let next =
        index + 1 < nodes.count ? Int(cmark_node_get_start_line(nodes[index + 1])) - 1 : end
      return (nodes[index], min(max(next, Int(cmark_node_get_start_line(nodes[index]))), end))
    }
  }

  func block(_ node: Node, end: Int) -> MarkdownBlock {
    let codes = codes(in: node, end: end)
    let content: MarkdownBlock.Content
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      content = .heading(
        level: Int(cmark_node_get_heading_level(node)), title: text(of: node).trimmed)
    case CMARK_NODE_PARAGRAPH: content = .paragraph(prose(node))
    case CMARK_NODE_LIST:
      content = .list(
        isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        items: bounded(children(of: node), end: end).map { item($0, end: $1) })
    case CMARK_NODE_CODE_BLOCK: content = codes.first.map { .code($0) } ?? .other
    default: content = .other
    }
    return MarkdownBlock(content: content, lines: lines(of: node, end: end), codes: codes)
  }

  private func item(_ node: Node, end: Int) -> MarkdownBlock.Item {
    let paragraph = children(of: node).first { cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH }
    return MarkdownBlock.Item(
      lines: lines(of: node, end: end),
      isTask: string(cmark_node_get_type_string(node)) == "tasklist",
      prose: paragraph.map(prose), codes: codes(in: node, end: end))
  }

  private func prose(_ node: Node) -> MarkdownBlock.Prose {
    let inlines = children(of: node)
    let types = inlines.map { cmark_node_get_type($0) }
    let isCode = types == [CMARK_NODE_CODE]
    var prose = MarkdownBlock.Prose(text: text(of: node).trimmed, isCode: isCode)
    if types.first == CMARK_NODE_STRONG, let first = inlines.first {
      prose.lead = text(of: first).trimmed
    }
    let links = inlines.filter { cmark_node_get_type($0) == CMARK_NODE_LINK }
    if !links.isEmpty {
      let rest = inlines.filter { cmark_node_get_type($0) != CMARK_NODE_LINK }.map(text(of:))
        .joined(separator: " ")
      prose.isReference = rest.split(whereSeparator: \.isWhitespace).count <= 2 * links.count
    }
    return prose
  }

  /// The readable text of a node; iterative, because nesting has no limit in a hostile text.
  private func text(of root: Node) -> String {
    var text = ""
    visit(root) { node in
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += string(cmark_node_get_literal(node))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
    return text
  }

  private func codes(in root: Node, end: Int) -> [MarkdownBlock.Code] {
    var codes: [MarkdownBlock.Code] = []
    visit(root) { node in
      guard cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK else { return }
      codes.append(
        MarkdownBlock.Code(
          info: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)),
          lines: lines(of: node, end: end)))
    }
    return codes
  }

  /// From the node's first line to the last that it or anything in it takes, without the blank ones after it.
  private func lines(of root: Node, end: Int) -> ClosedRange<Int> {
    var last = Int(cmark_node_get_end_line(root))
    visit(root) { last = max(last, Int(cmark_node_get_end_line($0))) }
    let start = max(Int(cmark_node_get_start_line(root)), 1)
    return (start + lineOffset)...(max(min(last, end), start) + lineOffset)
  }

  private func visit(_ root: Node, _ body: (Node) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { body(node) }
    }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
