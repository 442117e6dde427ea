/// A post-mortem as somebody wrote it in Markdown, taken apart without changing a byte: sections, paragraphs, list
/// items, tables, each with its place in the text.
package struct Manuscript: Sendable {
  /// A part under a heading.
  package struct Section: Hashable, Sendable {
    package var title: String
    /// 0 for what stands before the first heading.
    package var level: Int
    package var kind: SectionKind
    /// From 1; that of its heading.
    package var line: Int
    /// The kind that its own heading names, and not one that it has from the section around it.
    package var isNamed: Bool
  }

  /// A paragraph, a list item, a row of a table or whatever else stands for itself.
  package struct Block: Hashable, Sendable {
    /// What sort of thing it is.
    package enum Kind: Hashable, Sendable {
      case heading, paragraph
      /// With its indentation in columns.
      case item(indent: Int)
      /// With the titles of its table's columns; those of a table without a head are empty.
      case row(titles: [String])
      case code, quote, comment
    }

    package var kind: Kind
    /// Where it stands in `sections`.
    package var section: Int
    /// Where its text stands in the bytes, line by line; for a row, cell by cell.
    package var ranges: [Range<Int>]
    /// From 1.
    package var line: Int
  }

  package var sections: [Section]
  package var blocks: [Block]
  package let bytes: [UInt8]
  /// Where each line begins.
  let lineStarts: [Int]

  /// The text of a block without its markers, its lines joined by spaces.
  package func text(of block: Block) -> String { block.ranges.map(text(in:)).joined(separator: " ") }

  package func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The cells of a row, each without its blanks.
  package func cells(of block: Block) -> [String] { block.ranges.map(text(in:)) }

  package func kind(of block: Block) -> SectionKind { sections[block.section].kind }

  /// The line, from 1, that an offset stands on.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column, from 1 and in characters, that an offset stands on.
  package func column(at offset: Int) -> Int {
    let start = lineStarts[line(at: offset) - 1]
    return String(decoding: bytes[start..<max(start, min(offset, bytes.count))], as: UTF8.self).count + 1
  }

  /// The blocks of a kind of section, headings left out.
  package func blocks(in kind: SectionKind) -> [Block] {
    blocks.filter { $0.kind != .heading && sections[$0.section].kind == kind }
  }
}
