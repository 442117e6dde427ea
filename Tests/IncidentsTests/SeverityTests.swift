import EventLog
import Incidents
import Testing

@Suite("Severities, roles and words")
struct SeverityTests {
  @Test(
    "a severity is read as people type it",
    arguments: [
      ("SEV1", Severity.sev1), ("sev 2", .sev2), (" 3", .sev3), ("LOW", .sev4), ("critical", .sev1), ("HIGH", .sev2),
      ("medium", .sev3), ("P0", .sev1), ("p1", .sev2), ("P2", .sev3), ("p3", .sev4), ("SEV0", nil), ("SEV5", nil),
      ("", nil), ("p4", nil), ("-1", nil),
    ] as [(String, Severity?)])
  func reading(text: String, severity: Severity?) {
    #expect(Severity(text) == severity)
  }

  @Test("the worse severity comes first, and two of four are major")
  func order() {
    #expect(Severity.allCases.shuffled().sorted() == [.sev1, .sev2, .sev3, .sev4])
    #expect(Severity.allCases.filter(\.isMajor) == [.sev1, .sev2])
    for severity in Severity.allCases { #expect(Severity(severity.name) == severity) }
    for severity in Severity.allCases { #expect(Severity(severity.word) == severity) }
  }

  @Test(
    "a role is read by its name or its short form",
    arguments: [
      ("IC", Role.commander), ("incident commander", .commander), ("Scribe", .scribe), ("ops", .operations),
      ("comms", .communications), ("liaison", .liaison), ("boss", nil),
    ] as [(String, Role?)])
  func roles(text: String, role: Role?) {
    #expect(Role(text) == role)
  }

  @Test("only what was fixed or healed counts")
  func resolutions() {
    #expect(Resolution.allCases.filter(\.counts) == [.fixed, .selfHealed])
    #expect(Status.allCases.filter(\.isOpen) == [.triggered, .acknowledged, .mitigated])
  }
}
