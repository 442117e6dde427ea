import EventLog
import Foundation
import Incidents
import Testing

@testable import Review

struct MarkdownTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a | b", "a \\| b"), ("a\\|b", "a\\\\\\|b"), ("# head", "\\# head"), ("#42 x", "#42 x"),
    ("## x", "\\## x"), ("#", "\\#"), ("-5 %", "-5 %"), ("---", "\\---"), ("a # b", "a # b"),
    ("- item", "\\- item"), ("1. item", "1\\. item"), ("12) item", "12\\) item"), ("5.2 %", "5.2 %"), ("7.", "7\\."),
    ("a\nb\r\nc\u{2028}d", "a b c d"), ("  a \t b ", "a b"), ("`rm`", "\\`rm\\`"), ("<b>", "\\<b\\>"),
    ("[x](http://y)", "\\[x\\](http\\://y)"), ("![x](y)", "!\\[x\\](y)"), ("high_error_rate", "high_error_rate"),
    ("_em_", "\\_em\\_"), ("**b**", "\\*\\*b\\*\\*"), ("~~s~~", "\\~\\~s\\~\\~"), ("&lt;", "\\&lt;"),
    ("\u{1B}[31mred", "\\[31mred"), ("a\u{202E}b", "ab"), ("=====", "\\====="), ("日本 | 語", "日本 \\| 語"), ("", ""),
    ("https://x.example", "https\\://x.example"), ("\n\n# a", "\\# a"), ("{{title}}", "{{title}}"),
  ])
  func escapes(text: String, expected: String) { #expect(MarkdownText.escaped(text) == expected) }

  @Test(arguments: [
    ("https://graphs.example.com/d/7?x=1&y=(2)", "<https://graphs.example.com/d/7?x=1&y=(2)>"),
    ("https://x|y", "https\\://x\\|y"), ("https://x> <b>", "https\\://x\\> \\<b\\>"), ("javascript:x", "javascript:x"),
    ("sha256:9f86", "sha256:9f86"), ("https://x\n# y", "https\\://x # y"),
  ])
  func onlyPlainAddressesBecomeLinks(text: String, expected: String) {
    #expect(MarkdownText.reference(text) == expected)
  }

  /// Whatever stands in the texts, the document keeps its shape: the same headings, the same cells in each row.
  @Test(arguments: [
    "# Heading", "\n# Heading\n\n## 22. Added\n", "| a | b |\n|---|---|", "x\n| new | row | here | now |", "```\ncode",
    "<script>alert(1)</script>", "</details>", "{{#lines}}{{title}}{{/lines}}", "{{> partial}}", "{{{title}}}",
    "[click](https://evil.example)", "<https://evil.example>", "---", "- a\n- b", "\\", "a\\", "`", "\u{85}# x",
    "\u{0}\u{1B}]0;title\u{7}", "![i](j)", "* * *", "Setext\n===", "[a]: https://evil.example", "&#124; cell",
  ])
  func hostileTextKeepsTheShape(text: String) throws {
    func shape(_ text: String) throws -> [String] {
      var material = Sample.material
      material.label = text
      material.incident.title = text
      material.incident.service = text
      material.incident.summary = text
      material.incident.impact = text
      material.incident.verification = text
      material.incident.ruleFamily = text
      material.chainHead = text
      material.incident.deadlines[0].rule = text
      material.entries[4].text = text
      material.entries[4].kind = text
      material.entries[5].evidence = [text]
      material.entries[5].person = text
      material.runs[0].procedure = text
      material.runs[0].title = text
      material.runs[0].skipped[0].reason = text
      material.runs[0].skipped[0].title = text
      return try PostMortem.draft(material).markdown().components(separatedBy: "\n").map { line in
        // What a line is made of, apart from its words.
        let bare = line.replacing("\\\\", with: "").replacing("\\|", with: "")
        let cells = bare.hasPrefix("|") ? bare.filter { $0 == "|" }.count : 0
        let first = line.prefix { "#-|*>=`+ ".contains($0) }
        return cells > 0 ? "row \(cells)" : "\(first.hasPrefix("#") ? String(first) : "")"
      }
    }
    #expect(try shape(text) == shape("word"))
    let rendered = try PostMortem.draft(Sample.material).markdown()
    #expect(!rendered.contains("{{"))
  }
}
