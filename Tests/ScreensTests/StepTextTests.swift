import Testing

@testable import Screens

/// How a step's Markdown is read on a screen.
@Suite struct StepTextTests {
  static let sentences: [(String, String)] = [
    ("**Look** at the *last* change", "Look at the last change"),
    ("a __strong__ and _weak_ word", "a strong and weak word"),
    ("***both*** at once", "both at once"),
    ("run `kubectl get **` now", "run kubectl get ** now"),
    ("``a `tick` inside``", "a `tick` inside"),
    ("max_open_files and a_b_c", "max_open_files and a_b_c"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("an open **mark", "an open **mark"),
    ("an open `tick", "an open `tick"),
    ("\\*not emphasised\\*", "*not emphasised*"),
    ("**nested _marks_ here**", "nested marks here"),
    ("", ""), ("*", "*"), ("****", "****"), ("`", "`"),
  ]

  @Test(arguments: sentences)
  func marksGo(markdown: String, shown: String) { #expect(StepText.withoutMarks(markdown) == shown) }

  @Test func aStepFallsIntoPieces() {
    let text = StepText(
      """
      1. **Ask what changed.** Deployments,
         flags.

         ```sh
         kubectl get pods \\
           -o wide
         ```

         - one
         - [ ] two

         | what | then |
         |---|:--|
         | all | **stop** |
      """)
    #expect(
      text.pieces == [
        .prose("Ask what changed. Deployments, flags.", indent: 0), .gap,
        .code(["kubectl get pods \\", "  -o wide"]), .gap, .prose("- one", indent: 0), .prose("- [ ] two", indent: 0),
        .gap, .table([["what", "then"], ["all", "stop"]]),
      ])
  }

  @Test(arguments: ["", "\n\n", "```", "```sh\nls", "- ", "1.", "|", "| a\n|", "#", "~~~\n```\n~~~"])
  func unfinishedMarkdownIsShownAllTheSame(markdown: String) { #expect(StepText(markdown).pieces.count <= 2) }

  @Test func codeKeepsItsSigns() {
    #expect(StepText("a\n~~~\n# **no** `mark`\n~~~").pieces == [.prose("a", indent: 0), .code(["# **no** `mark`"])])
  }
}
