import EventLog
import Foundation
import Testing

@testable import Procedures

struct RunbookStandardTests {
  static let shipped: String = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../runbooks"
    ).standardized
    return (try? String(contentsOf: folder.appending(path: "high-error-rate.md"), encoding: .utf8))
      ?? ""
  }()

  @Test func theShippedRunbookMeetsItSaveForItsReviewers() {
    let procedure = Procedure.parse(Self.shipped, name: "high-error-rate")
    let problems = RunbookStandard.problems(of: procedure)
    #expect(problems.filter(\.isBlocking) == [])
    #expect(
      problems.map(\.message) == [
        "Not approved yet: 0 of 2 reviewers; add their names to `reviewers:`."
      ])
    #expect(procedure.problems == [])
  }

  @Test func theShippedRunbookSteps() {
    let procedure = Procedure.parse(Self.shipped, name: "high-error-rate")
    #expect((8...16).contains(procedure.steps.count))
    #expect(procedure.frontMatter.target == .minutes(15))
    #expect(procedure.frontMatter.rules.contains("HighErrorRate"))
    let sections = procedure.steps.map(\.section)
    #expect(sections.filter { $0.hasPrefix("Option ") }.count == 5)
    #expect(
      !sections.contains {
        $0.hasPrefix("Communication") || $0.hasPrefix("Impact") || $0.hasPrefix("Prevention")
      })
    #expect(procedure.steps.flatMap(\.checks).compactMap(\.expect).count >= 2)
    // Finding out changes nothing; that is what the text promises.
    let finding = procedure.steps.filter { $0.section.hasPrefix("Investigation") }.flatMap(
      \.commands)
    #expect(!finding.isEmpty)
    #expect(finding.allSatisfy { $0.risk == .safe })
    #expect(
      procedure.steps.first { $0.section.hasPrefix("Option C") }?.commands.first?.risk
        == .destructive)
  }

  @Test(arguments: [
    ("## Impact", "## Elsewhere", "The section \"Impact\" is missing."),
    ("## Validation", "## Elsewhere", "The section \"Validation\" is missing."),
    ("## Prevention", "## Elsewhere", "The section \"Prevention\" is missing."),
    (
      "## Communication templates", "## Elsewhere",
      "The section \"Communication templates\" is missing."
    ),
    (
      "target: 15m", "weight: 1",
      "No target: add `target: 15m` (or what it should take) to the front matter."
    ),
  ])
  func tellsWhatIsMissing(original: String, replacement: String, message: String) {
    let text = Self.shipped.replacing(original, with: replacement)
    let messages = RunbookStandard.problems(of: Procedure.parse(text, name: "x")).map(\.message)
    #expect(messages.contains(message))
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
    let problems = RunbookStandard.problems(of: Procedure.parse(text, name: "x"))
    #expect(
      problems.contains { $0.line == 2 && $0.message.hasPrefix("Resolution options: 1 found") })
    #expect(
      problems.contains { $0.line == 5 && $0.message.hasPrefix("Validation names no number") })
  }

  @Test func oneReviewerTwiceIsOne() {
    let text = Self.shipped.replacing("reviewers: []", with: "reviewers: [Lea, lea]")
    #expect(
      RunbookStandard.problems(of: Procedure.parse(text, name: "x")).contains {
        $0.message.contains("1 of 2")
      })
    let approved = Self.shipped.replacing("reviewers: []", with: "reviewers: [lea, mira]")
    #expect(RunbookStandard.problems(of: Procedure.parse(approved, name: "x")) == [])
  }
}
