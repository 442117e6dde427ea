import TestSupport
import Testing

@testable import Procedures

/// What holds of every text, ours or hostile.
struct ProcedurePropertyTests {
  private static let pieces = [
    "# Title", "## Meaning", "## Diagnosis", "### Option A", "## 処理 步骤", "1. Check it",
    "2. Then restart it",
    "- bullet", "* [ ] task", "   - nested", "```sh", "```", "```console", "~~~", "$ df -h",
    "    indented code",
    "   ```bash", "   $ ls \\", "   > more", "   out", "   ```", "cat <<EOF", "EOF", "Plain prose.",
    "Run this:", "",
    "", "<details>", "</details>", "> quote", "> ```", "| a | b |", "|---|---|", "| 1 | 2 |", "---",
    "***", "[l]: x",
    "\tcode", "10. Tenth", "Setext", "======", "\u{0}", "日本語の説明。", "{{name}} {{", "<!-- c -->",
    "1. ```sh",
  ]

  @Test(arguments: UInt64(1)...300)
  func stepsCoverEachLineOfCodeAtMostOnce(seed: UInt64) {
    var dice = SeededNumbers(seed: seed)
    let count = Int.random(in: 0...40, using: &dice)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined(
      separator: "\n")
    let lines = SourceLines.split(text)
    let procedure = Procedure.parse(text, name: "any")
    var last = 0
    var covered: [Int: Int] = [:]
    for step in procedure.steps {
      let end =
        step.line + step.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(step.line > last, "steps overlap or are out of order")
      #expect(end <= lines.count)
      #expect(step.text == lines[(step.line - 1)..<end].joined(separator: "\n"))
      #expect(!step.title.isEmpty && !step.title.contains("\n"))
      for line in step.line...end { covered[line, default: 0] += 1 }
      for command in step.commands { #expect((step.line...end).contains(command.line)) }
      for check in step.checks { #expect((step.line...end).contains(check.line)) }
      last = end
    }
    // A block of code lies in one step whole, or in none.
    let head = FrontMatter.read(lines).lineCount
    for block in MarkdownOutline(lines: lines.dropFirst(head).map(String.init), lineOffset: head)
      .blocks
    {
      for code in block.codes {
        #expect(
          Set(code.lines.map { covered[$0] ?? 0 }).count == 1, "code at \(code.lines) is torn apart"
        )
        #expect(code.lines.allSatisfy { (covered[$0] ?? 0) <= 1 })
      }
    }
  }

  @Test(arguments: [
    String(repeating: ">", count: 20_000), String(repeating: "- ", count: 3_000),
    String(repeating: "[", count: 20_000),
    "---\n" + String(repeating: "[", count: 60_000) + "\n---\n# T\n",
    String(repeating: "*a_", count: 10_000),
    "---\n", "---\n---\n", "---\n- a\n- b\n---\n", "+++\ntitle = 'x'\n+++\n# T\n",
    "\u{FEFF}---\ntitle: T\n---\n",
    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n---\n# T\n",
    "---\ntitle: [\n---\n", "---\n\u{1}\u{0}: x\n---\n", String(repeating: "#", count: 10_000),
    "\r\r\n\n\r", "\u{0}\u{0}",
  ])
  func neverFails(text: String) {
    let procedure = Procedure.parse(text, name: "hostile")
    #expect(procedure.source == text)
    #expect(!procedure.title.isEmpty)
  }
}
