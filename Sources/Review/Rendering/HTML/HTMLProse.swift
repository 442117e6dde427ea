/// A section that somebody wrote in Markdown, as HTML: paragraphs, lists, headings, quotes, code, emphasis and links.
/// Whatever else stands there is shown as it was typed.
struct HTMLProse {
  private var blocks: [String] = []
  private var open: (tag: String, lines: [String])?

  init(_ text: String) {
    var code: [String]?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        if let lines = code { blocks.append(Self.code(lines)) } else { close() }
        code = code == nil ? [] : nil
      } else if code != nil {
        code?.append(HTMLText.code(line))
      } else {
        take(line)
      }
    }
    if let code { blocks.append(Self.code(code)) }
    close()
  }

  /// Blocks, one a line.
  var html: String { blocks.joined(separator: "\n") }

  private static func code(_ lines: [String]) -> String {
    "<pre><code>\(lines.joined(separator: "\n"))</code></pre>"
  }

  private mutating func take(_ line: Substring) {
    let bare = line.drop { $0 == " " || $0 == "\t" }
    guard !bare.isEmpty else { return close() }
    let marks = bare.prefix { $0 == "#" }.count
    if (1...6).contains(marks), bare.dropFirst(marks).first == " " {
      close()
      blocks.append("<h3>\(HTMLInline.html(bare.dropFirst(marks + 1)))</h3>")
    } else if let item = Self.item(bare, of: "-*+") {
      add("<li>\(HTMLInline.html(item))</li>", to: "ul", opens: true)
    } else if let item = Self.numbered(bare) {
      add("<li>\(HTMLInline.html(item))</li>", to: "ol", opens: true)
    } else if bare.hasPrefix(">") {
      add(HTMLInline.html(bare.dropFirst()), to: "blockquote", opens: true)
    } else {
      add(HTMLInline.html(bare), to: "p", opens: false)
    }
  }

  /// A line without a mark of its own goes on with the item or the quote above it.
  private mutating func add(_ html: String, to tag: String, opens: Bool) {
    guard let current = open, current.tag == tag || !opens else {
      close()
      open = (tag, [html])
      return
    }
    let goesOn = !opens && current.tag.hasSuffix("l")
    if goesOn, let last = current.lines.last {
      open?.lines[current.lines.count - 1] = last.dropLast(5) + " " + html + "</li>"
    } else {
      open?.lines.append(html)
    }
  }

  private mutating func close() {
    guard let block = open else { return }
    blocks.append("<\(block.tag)>\(block.lines.joined(separator: "\n"))</\(block.tag)>")
    open = nil
  }

  private static func item(_ line: Substring, of marks: String) -> Substring? {
    guard let first = line.first, marks.contains(first), line.dropFirst().first == " " else { return nil }
    return line.dropFirst(2)
  }

  private static func numbered(_ line: Substring) -> Substring? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first == " "
    else { return nil }
    return rest.dropFirst(2)
  }
}
