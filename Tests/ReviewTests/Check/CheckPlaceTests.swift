import Testing

@testable import Review

/// Where findings stand, and what is missing.
@Suite struct CheckPlaceTests {
  @Test func aFindingNamesItsPlace() throws {
    let text = "# P\n\n## Summary\n\nÄrger. Then the engineer\nshould have checked.\n"
    let finding = try #require(PostMortemCheck().report(on: text).findings.first { $0.rule == .counterfactual })
    #expect(finding.line == 6)
    #expect(finding.column == 1)
    #expect(finding.words == "should have checked")
    #expect(String(decoding: Array(text.utf8)[finding.range], as: UTF8.self) == finding.words)
    #expect(finding.section == .summary)
  }

  @Test func whatIsMissingOrEmptyIsTold() {
    let text = """
      # P

      ## Summary

      _Two sentences._

      ## Timeline

      | Time (UTC) | Event |
      |---|---|
      | 2026-01-01 10:00 | began |
      | 2026-01-01 09:00 | before |
      | | then |
      """
    let report = PostMortemCheck().report(on: text)
    #expect(report.gaps.contains(SectionGap(.summary, .empty, line: 3)))
    #expect(report.gaps.contains(SectionGap(.impact, .missing)))
    #expect(!report.gaps.contains { $0.section == .timeline })
    #expect(report.findings.map(\.rule) == [.order, .timeless])
    #expect(report.findings.map(\.line) == [12, 13])
  }

  @Test func actionsNeedOwnerAndDate() {
    let text = """
      # P

      ## Action items

      - Add a presubmit check (owner: platform, due 2026-01-15)
      - Bring down alert noise
      - Add a limit
        - Owner: platform
        - Due: 2026-01-15
      - Investigate the pool
      - Train the engineers

      ## Action items of the second team

      | what | owner | due |
      |---|---|---|
      | add a limit | platform | |
      """
    let found = PostMortemCheck().report(on: text).findings
    #expect(found.filter { $0.rule == .unowned }.map(\.line) == [6, 10, 11, 17])
    #expect(found.filter { $0.rule == .vigilance }.map(\.line) == [10, 11])
    #expect(found.last?.suggestion.hasPrefix("add a due date:") == true)
  }

  @Test func anAbbreviationIsAskedForOnce() {
    let text = "# P\n\n## Summary\n\nThe ALB (load balancer) of EKS and EKS again; the CPU was idle.\n"
    #expect(PostMortemCheck().report(on: text).findings.map(\.words) == ["EKS"])
  }

  @Test func anyTextIsReadWithoutHarm() {
    for text in ["", "\n", "|", "|\n|-", "#", "```", "- ", "`", "\"", "](", "<!--", "---\n", "@", "’", "“", "a’"] {
      _ = PostMortemCheck().report(on: text)
    }
    var random: UInt64 = 42
    let marks = Array("ab -|#`\"'*_>[]()<!:.\n\n@0?~’—é")
    for _ in 0..<300 {
      let text = String(
        (0..<60).map { _ in
          random = random &* 6_364_136_223_846_793_005 &+ 1
          return marks[Int(random >> 33) % marks.count]
        })
      for finding in PostMortemCheck().report(on: text).findings {
        #expect(finding.range.upperBound <= text.utf8.count)
      }
    }
  }
}
