import Testing

@testable import Review

/// The sentences that must be found, and those that must pass.
@Suite struct BlameVectorTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    var text: String
    var rules: [CheckRule]
    var level: Finding.Level?
    var testDescription: String { text }

    init(_ text: String, _ rules: CheckRule..., level: Finding.Level? = nil) {
      self.text = text
      self.rules = rules
      self.level = level
    }
  }

  static let flagged = [
    Vector("Human error in not knowing that logs are stored in a different account", .humanError, level: .error),
    Vector("The engineer should have checked the host name", .counterfactual, level: .warning),
    Vector("New tool shouldn't have been rushed to production", .counterfactual, level: .warning),
    Vector("Bob forgot to run the migration", .omission, .name),
    Vector("We failed to verify in the sandbox", .omission, level: .warning),
    Vector("we failed to verify that KIAM was running", .omission, level: .warning),
    Vector("It was Anna's fault", .attribution),
    Vector("Why did you deploy on Friday?", .whoAndWhy, level: .error),
    Vector("It was obvious that the disk was full", .hindsight, level: .warning),
    Vector("Root cause: the DBA", .attribution, .rootCause),
    Vector("Action: be more careful with rm", .vigilance, .unowned),
    Vector("There was a brief outage for some users", .outage, .vague),
  ]

  static let innocent = [
    "Each repository should have a clear baseline for CI/CD",
    "All inbound traffic failed to reach the cluster",
    "This could have been a lot worse",
    "The health check should return 200",
    "default settings of the pipeline provider",
    "page faults rose to 1,000/s",
    "error rate 4.2 %",
    "`kubectl` prints: error: human error injected",
    "The on-call engineer, seeing a green dashboard, restarted node 2",
    "Add alerting for all cases where this service returns > 1 % errors (owner: platform, due 2026-01-15)",
    "traffic failed to reach the cluster",
    "The probe failed to connect.",
    "this could have been a lot worse",
    "Fault tolerance of the default pool is low; a segmentation fault ended it.",
    "The error budget is used up, and 5xx error counts rose.",
    "The just-in-time compiler was warm.",
    "The change was non-trivial.",
  ]

  @Test(arguments: flagged) func isFound(_ vector: Vector) {
    let found = PostMortemCheck().report(on: vector.text).findings
    for rule in vector.rules {
      #expect(found.contains { $0.rule == rule }, "\(rule.rawValue) in \(found.map(\.rule.rawValue))")
    }
    if let level = vector.level, let rule = vector.rules.first {
      #expect(found.first { $0.rule == rule }?.level == level)
    }
  }

  @Test(arguments: innocent) func passes(_ text: String) {
    let found = PostMortemCheck().report(on: text).findings.filter { $0.rule != .jargon }
    #expect(found.isEmpty, "\(found.map { "\($0.rule.rawValue) \($0.words)" })")
  }

  @Test(arguments: innocent) func passesInEverySectionOfAStory(_ text: String) {
    for heading in ["Summary", "Impact", "Contributing factors", "What went less well"] {
      let found = PostMortemCheck().report(on: "# P\n\n## \(heading)\n\n\(text)\n").findings
        .filter { $0.rule != .jargon }
      #expect(found.isEmpty, "\(heading): \(found.map { "\($0.rule.rawValue) \($0.words)" })")
    }
  }

  static let context = [
    // A person by any word for one, also behind an aside, a relative or a second verb.
    Vector("The engineer who failed to check the host went on.", .omission),
    Vector("The on-call engineer, after lunch, ignored the alert.", .omission),
    Vector("The operator saw the alarm but ignored it.", .omission),
    Vector("The alert was missed by the on-call engineer.", .omission),
    Vector("@mira overlooked the change.", .omission, .name),
    Vector("The team should never have merged it.", .counterfactual),
    Vector("We could've caught it earlier.", .counterfactual),
    Vector("If we had tested it, we would have found the bug.", .counterfactual),
    Vector("The developers ought to have asked.", .counterfactual),
    Vector("It was caused by the operator.", .attribution),
    Vector("The DBA is to blame.", .attribution),
    Vector("The team responsible for the outage was told.", .attribution),
    Vector("We asked who deployed it.", .whoAndWhy),
    Vector("It was a careless change.", .character),
    Vector("Mistakes were made.", .passive),
    Vector("It was decided to wait.", .passive),
    Vector("The engineer made a mistake.", .mistake),
    Vector("The operator ran the wrong command.", .mistake),
    Vector("The engineers saved the day.", .heroics),
    Vector("We always deploy on Fridays.", .absolute),
    Vector("The team simply restarted it.", .hindsight),
    // The writer's own candour is met with a question, softly.
    Vector("I failed to check the host name.", .omission, level: .information),
    Vector("I should have asked.", .counterfactual, level: .information),
    // What a system did or did not do is no person's.
    Vector("If the policy had been set, the issue wouldn't have occurred.", .counterfactual, level: .information),
  ]

  @Test(arguments: context) func subjectsAreTold(_ vector: Vector) { isFound(vector) }

  static let systems = [
    "The node failed to start, and the scheduler ignored it.",
    "Prometheus missed three scrapes.",
    "The pods restarted but they failed to connect.",
    "It was caused by the operator's image, which was too large.",
    "The engineer who deployed the fix watched the graphs.",
    "The outage page of the provider was green. The engineer read \"human error\" there.",
    "Users failed to log in.",
    "> The engineer should have checked.\n",
    "```\nThe engineer should have checked.\n```",
    "Images are lazy loaded.",
    "It wasn't obvious which host it was.",
    "Nobody is to blame; this text is blameless.",
  ]

  @Test(arguments: systems) func systemsAndQuotesPass(_ text: String) {
    let found = PostMortemCheck().report(on: text).findings.filter { $0.rule != .jargon && $0.rule != .outage }
    #expect(found.isEmpty, "\(found.map { "\($0.rule.rawValue) \($0.words)" })")
  }

  @Test func whatLooksAheadIsNoCounterfactual() {
    let text = "# P\n\n## Lessons learned\n\n- The team should have clear rules, and should have tested backups.\n"
    #expect(PostMortemCheck().report(on: text).findings.isEmpty)
  }

  @Test func otherLanguagesAreLeftAlone() {
    let text = "Der Fehler wurde gestern vom Team gefunden, weil niemand die Meldung gesehen hatte, just und simply."
    #expect(PostMortemCheck().report(on: text).findings.isEmpty)
  }

  @Test func knownNamesAreFoundWhereverTheyAreNotOwners() {
    let text = """
      # P

      Author: Mirabelle

      ## Summary

      Mirabelle rolled it back.

      ## Action items

      | what | owner | due |
      |---|---|---|
      | add a check | Mirabelle | 2026-01-15 |
      | Mirabelle adds a test for the pool | platform | 2026-01-15 |
      """
    let found = PostMortemCheck(names: ["mirabelle"]).report(on: text).findings.filter { $0.rule == .name }
    #expect(found.map(\.line) == [7, 14])
  }
}
