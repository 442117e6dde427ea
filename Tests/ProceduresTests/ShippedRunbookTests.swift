import EventLog
import Foundation
import Testing

@testable import Procedures

/// The ten runbooks as they ship.
struct ShippedRunbookTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../runbooks").standardized

  static func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name + ".md"), encoding: .utf8)) ?? ""
  }

  static func procedure(_ name: String) -> Procedure { Procedure.parse(text(name), name: name) }

  /// Each with its target in minutes.
  static let targets: [(name: String, minutes: Int64)] = [
    ("circuit-breaker-open", 30), ("database-down", 15), ("deployment-failure", 15), ("disk-space-critical", 15),
    ("high-api-latency", 30), ("high-error-rate", 15), ("memory-leak", 60), ("pms-integration-failure", 30),
    ("redis-connection-issues", 30), ("whatsapp-api-outage", 60),
  ]

  /// The names of the product's rules.
  static let rules: Set<String> = [
    "service_down", "high_error_rate", "db_conn_failures", "high_latency_p95", "high_memory", "redis_issues",
    "circuit_breaker", "high_cpu", "slow_p50", "low_cache_hit",
  ]

  @Test func theTenAreThereAndNoOther() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
    #expect(files.sorted() == Self.targets.map { $0.name + ".md" })
  }

  @Test(arguments: targets)
  func meetsTheStandard(_ shipped: (name: String, minutes: Int64)) {
    let procedure = Self.procedure(shipped.name)
    #expect(procedure.problems == [])
    #expect(
      RunbookStandard.problems(of: procedure).map { "\($0.line): \($0.message)" } == [
        "1: Not approved yet: 0 of 2 reviewers; add their names to `reviewers:`."
      ])
    #expect(RunbookStandard.binds(procedure))
    #expect(procedure.frontMatter.target == .minutes(shipped.minutes))
    #expect(RunbookPart.places(in: procedure).count == 9)
    let headings = procedure.source.split(separator: "\n").count { $0.hasPrefix("### Option ") }
    #expect(headings >= 2 && procedure.options.count == headings)
    #expect(procedure.phases.map(\.end.minutes) == [5, 30])
    #expect(procedure.source.utf8.count < 65_536)
  }

  @Test(arguments: targets)
  func theTiersNumbersHold(_ shipped: (name: String, minutes: Int64)) {
    let front = Self.procedure(shipped.name).frontMatter
    switch front.tier {
    case 1: #expect(front.rto == .hours(1) && front.rpo == .minutes(15))
    case 2: #expect(front.rto == .hours(4) && front.rpo == .hours(1))
    default: Issue.record("\(shipped.name) has tier \(front.tier ?? 0)")
    }
  }

  @Test(arguments: targets)
  func everyStepWithACommandSaysWhatToLookFor(_ shipped: (name: String, minutes: Int64)) {
    for step in Self.procedure(shipped.name).steps {
      if !step.commands.isEmpty {
        #expect(step.text.contains("Look for"), "\(shipped.name) step \(step.number): \(step.title)")
      }
      for check in step.checks where !step.text.contains("Look for") {
        #expect(check.expect != nil, "\(shipped.name) step \(step.number): \(step.title)")
      }
    }
  }

  @Test(arguments: targets)
  func whatChangesSaysHowToTakeItBack(_ shipped: (name: String, minutes: Int64)) {
    let procedure = Self.procedure(shipped.name)
    let words = ["take it back", "taken back", "take back", "take that back"]
    for option in procedure.options {
      let place = procedure.sections.firstIndex { $0.line == option.line } ?? 0
      let text = procedure.lines(ofSection: place).map(\.trimmed).joined(separator: " ")
      let only = procedure.steps.filter { option.steps.contains($0.number) }.flatMap(\.commands)
      guard only.contains(where: { $0.risk != .safe }) else { continue }
      #expect(words.contains { text.contains($0) }, "\(shipped.name) option \(option.name)")
    }
  }

  @Test(arguments: targets)
  func findingOutChangesNothing(_ shipped: (name: String, minutes: Int64)) {
    let found = Self.procedure(shipped.name).steps.filter { $0.section.hasPrefix("Investigation") }.flatMap(\.commands)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.risk != .destructive })
  }

  @Test func everyRuleLeadsToOneAndEveryNameIsARules() {
    let procedures = Self.targets.map { Self.procedure($0.name) }
    let named = Set(procedures.flatMap(\.frontMatter.rules))
    #expect(named == Self.rules)
    #expect(procedures.allSatisfy { !$0.frontMatter.rules.isEmpty || !$0.frontMatter.alerts.isEmpty })
  }

  @Test(arguments: [
    ("high_error_rate", "api", "high-error-rate"), ("HighErrorRate", "checkout", "high-error-rate"),
    ("service_down", "api", "deployment-failure"), ("service_down", "database", "database-down"),
    ("db_conn_failures", "api", "database-down"), ("high_latency_p95", "api", "high-api-latency"),
    ("slow_p50", "api", "high-api-latency"), ("high_cpu", "api", "high-api-latency"),
    ("high_memory", "api", "memory-leak"), ("redis_issues", "redis", "redis-connection-issues"),
    ("low_cache_hit", "api", "redis-connection-issues"), ("circuit_breaker", "api", "circuit-breaker-open"),
    ("circuit_breaker", "pms", "pms-integration-failure"), ("circuit_breaker", "whatsapp", "whatsapp-api-outage"),
    ("HostOutOfDiskSpace", "database", "disk-space-critical"), ("DiskSpaceCritical", "api", "disk-space-critical"),
  ])
  func anAlertLeadsToItsRunbook(_ example: (String, String, String)) {
    let index = ProcedureIndex(Self.targets.map { Self.procedure($0.name) })
    #expect(index.match(alertname: example.0, service: example.1).first?.name == example.2)
  }

  @Test(arguments: targets)
  func whatTheMomentKnowsIsAskedForAndNeverGuessed(_ shipped: (name: String, minutes: Int64)) throws {
    let procedure = Self.procedure(shipped.name)
    let values = ["incident": "7", "title": "T", "severity": "SEV2", "started_at": "02:41"]
    let filled = procedure.filled(with: values)
    for step in filled.steps {
      let gaps = filled.gaps(in: step, values: values).map(\.name)
      for gap in gaps {
        #expect(procedure.frontMatter.asks[gap] != nil || RunbookStandard.knownVariables.contains(gap), "\(gap)")
        #expect(step.text.contains("{{\(gap)}}") || step.commands.contains { $0.text.contains("{{\(gap)}}") })
      }
    }
    let first = try #require(filled.steps.first { $0.text.contains("sitrep incident ack") || $0.text.contains("#7") })
    #expect(!first.text.contains("{{incident}}"))
  }
}
