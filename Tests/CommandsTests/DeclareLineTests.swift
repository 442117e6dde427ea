import Commands
import Incidents
import Testing

/// What a person types to declare.
@Suite struct DeclareLineTests {
  @Test(arguments: [
    ("SEV1 api: 5xx on checkout", "SEV1", "api", "5xx on checkout"),
    ("5xx on checkout", "SEV2", nil, "5xx on checkout"),
    ("sev3 slow", "SEV3", nil, "slow"), ("p0 db: gone", "SEV1", "db", "gone"),
    ("1 in 8 checkouts fails", "SEV2", nil, "1 in 8 checkouts fails"), ("api: down", "SEV2", "api", "down"),
    ("SEV1", "SEV2", nil, "SEV1"), ("high load", "SEV2", nil, "high load"),
  ])
  func reads(line: String, severity: String, service: String?, title: String) throws {
    let declare = try DeclareLine.parse(line).get()
    #expect(declare.severity.name == severity)
    #expect(declare.service == service)
    #expect(declare.title == title)
  }

  @Test(arguments: ["", "   "])
  func wantsATitle(line: String) {
    #expect(throws: Trouble.self) { try DeclareLine.parse(line).get() }
  }
}
