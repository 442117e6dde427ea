import EventLog
import Testing

@testable import Procedures

struct RunbookStandardTests {
  private static let shipped = ShippedRunbookTests.text("high-error-rate")

  private func problems(_ text: String) -> [ProcedureProblem] {
    RunbookStandard.problems(of: Procedure.parse(text, name: "x")).filter(\.isBlocking)
  }

  @Test(arguments: [
    ("## Impact", "## Elsewhere", "The section \"Impact\" is missing: add `## Impact`."),
    ("## Validation", "## Elsewhere", "The section \"Validation\" is missing: add `## Validation`."),
    ("## Prevention", "## Elsewhere", "The section \"Prevention\" is missing: add `## Prevention`."),
    (
      "## Communication templates", "## Elsewhere",
      "The section \"Communication templates\" is missing: add `## Communication templates`."
    ),
    ("target: 15m", "weight: 1", "No target (how long the whole should take): add `target: 15m` to the front matter."),
    ("tier: 1", "weight: 1", "No tier: add `tier: 2` to the front matter."),
    ("severity: SEV1", "weight: 1", "No severity to begin with: add `severity: SEV2` to the front matter."),
    ("rto: 1h", "weight: 1", "No recovery time objective of its tier: add `rto: 4h` to the front matter."),
    ("title: High error rate", "weight: 1", "No title: add `title: …` to the front matter."),
  ])
  func tellsWhatIsMissing(original: String, replacement: String, message: String) {
    #expect(problems(Self.shipped.replacing(original, with: replacement)).map(\.message).contains(message))
  }

  @Test func wantsTheSectionsInOrderAndFilled() throws {
    let swapped = Self.shipped.replacing("## Impact", with: "## Prevention ")
      .replacing("## Prevention\n", with: "## Impact\n")
    #expect(problems(swapped).contains { $0.line > 1 && $0.message.contains("stands before") })
    let end = try #require(Self.shipped.firstRange(of: "- Release to a small"))
    let cut = String(Self.shipped[..<end.lowerBound])
    #expect(problems(cut).map(\.message) == ["\"Prevention\" is empty: say at least one sentence."])
  }

  @Test func wantsTwoOptionsAndANumber() {
    let text = """
      # X
      ## Resolution options
      ### Option A
      Roll back.
      ## Validation
      Wait until it is well.
      """
    let found = problems(text)
    #expect(found.contains { $0.line == 2 && $0.message.hasPrefix("Resolution options: 0 found, at least 2 wanted") })
    #expect(found.contains { $0.line == 5 && $0.message.hasPrefix("Validation names no number") })
    let prose = text + "Below 3 %.\n"
    #expect(problems(prose).contains { $0.line == 5 && $0.message.hasPrefix("Validation has no check with a number") })
  }

  @Test func aCommandInASentenceIsFoundWithItsLine() throws {
    let text = Self.shipped.replacing(
      "Look for: one route far above", with: "Run `kubectl get pods -A` now. `kubectl` alone is a name. One route above"
    )
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("get pods -A") }
    let found = problems(text)
    #expect(found.count == 1 && found[0].line == line.map { $0 + 1 })
    #expect(found.first?.message.hasPrefix("`kubectl get pods -A` is a command inside a sentence") == true)
  }

  @Test func findingOutDestroysNothing() {
    let text = Self.shipped.replacing(
      "kubectl -n {{namespace}} top pods -l app={{service}}", with: "kubectl -n {{namespace}} delete pod {{pod}}")
    #expect(problems(text).contains { $0.message.hasPrefix("Investigation destroys something here") })
  }

  @Test func aNameThatComesFromNowhereIsFound() {
    let text = Self.shipped.replacing("app={{service}} -o wide", with: "app={{serivce}} -o wide")
    #expect(problems(text).map(\.message).contains { $0.hasPrefix("{{serivce}} comes from nowhere") })
  }

  @Test func anOptionWithNothingToDoIsFound() throws {
    let head = try #require(Self.shipped.firstRange(of: "### Option C"))
    let text = Self.shipped[..<head.lowerBound] + "### Option X: see whose it is\n\n" + Self.shipped[head.lowerBound...]
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("### Option X") }
    let message =
      "\"Option X: see whose it is\" cannot be chosen, for there is nothing to tick: number what is to be done."
    #expect(problems(String(text)) == [ProcedureProblem(line: (line ?? 0) + 1, message)])
  }

  @Test func whatIsAskedForSaysWhatItStandsFor() {
    let bare =
      "---\nvariables:\n  pod: \"\"\n  unit: redis\n---\n# X\n"
      + "1. Restart {{pod}} and {{unit}} of #{{incident}}.\n"
    let message = "{{pod}} is asked for, and nobody says what it stands for: say so under `asks:`."
    #expect(problems(bare).filter { $0.message.contains("{{") } == [ProcedureProblem(line: 7, message)])
    let told = bare.replacing("---\n# X", with: "asks:\n  pod: the one that is not well\n---\n# X")
    #expect(!problems(told).contains { $0.message.contains("{{") })
  }

  @Test func oneReviewerTwiceIsOne() {
    let text = Self.shipped.replacing("reviewers: []", with: "reviewers: [Lea, lea]")
    let procedure = Procedure.parse(text, name: "x")
    #expect(RunbookStandard.problems(of: procedure).contains { $0.message.contains("1 of 2") && !$0.isBlocking })
    let approved = Self.shipped.replacing("reviewers: []", with: "reviewers: [lea, mira]")
    #expect(RunbookStandard.problems(of: Procedure.parse(approved, name: "x")) == [])
  }

  @Test func onlyWhatSaysSoIsHeldToIt() {
    #expect(!RunbookStandard.binds(Procedure.parse("# Disk full\n\n1. Look.\n", name: "disk")))
    #expect(!RunbookStandard.binds(Procedure.parse("---\ntitle: Disk full\n---\n1. Look.\n", name: "disk")))
    #expect(RunbookStandard.binds(Procedure.parse("---\nkind: runbook\n---\n1. Look.\n", name: "disk")))
  }

  @Test(arguments: [
    ("Symptoms & detection", RunbookPart.symptoms), ("Meaning", .symptoms), ("Diagnosis", .investigation),
    ("Mitigation", .options), ("Resolution options", .options), ("Verification", .validation),
    ("Communication templates", .communication), ("How to prevent it", .prevention), ("Impact", .impact),
  ])
  func knowsHeadingsInTheWild(title: String, part: RunbookPart) {
    #expect(RunbookPart.of(heading: title) == part)
  }
}
