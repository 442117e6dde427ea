import EventLog
import Incidents
import Review
import Testing

/// When the day of an incident comes round.
@Suite struct AnniversaryTests {
  private func day(_ text: String) throws -> CivilTime {
    CivilTime(try #require(Instant(rfc3339: text + "T00:00:00Z")))
  }

  @Test(
    arguments: [
      // The day itself, and the six days before it.
      ("2025-11-21", "2026-11-21", 1, 0), ("2025-11-22", "2026-11-21", 1, 1), ("2024-11-27", "2026-11-21", 2, 6),
      ("2000-11-21", "2026-11-21", 26, 0),
      // Over the end of a month and of a year.
      ("2025-12-03", "2026-11-30", 1, 3), ("2025-01-02", "2026-12-29", 2, 4),
      // 29 February: itself where the year has one, the 28th where it has none.
      ("2024-02-29", "2025-02-28", 1, 0), ("2024-02-29", "2025-02-22", 1, 6), ("2024-02-29", "2028-02-29", 4, 0),
      ("2024-02-29", "2028-02-28", 4, 1), ("2023-02-28", "2024-02-28", 1, 0), ("2023-03-01", "2024-02-28", 1, 2),
      ("2096-02-29", "2100-02-28", 4, 0),
    ])
  func itComesRound(day began: String, today: String, years: Int, inDays: Int) throws {
    let found = try #require(Anniversary.comingRound(try day(began), from: try day(today)))
    #expect(found.years == years && found.inDays == inDays)
  }

  @Test(
    arguments: [
      ("2025-11-20", "2026-11-21"), ("2025-11-28", "2026-11-21"), ("2026-11-21", "2026-11-21"),
      ("2026-11-23", "2026-11-21"), ("2024-02-29", "2025-03-01"), ("2027-11-21", "2026-11-21"),
    ])
  func itDoesNotComeRound(day began: String, today: String) throws {
    #expect(Anniversary.comingRound(try day(began), from: try day(today)) == nil)
  }

  @Test func theLineSaysWhatFixedItAndWhatIsLeft() throws {
    var one = Anniversary(
      incident: StreamID("incident", "a"), label: "12", title: "Checkout fails", severity: .sev1,
      day: try day("2025-11-24"), years: 1, inDays: 3, fix: "rolled back 412", actionsOpen: 1, actions: 3)
    #expect(one.line == "A year ago on 24 Nov: #12 SEV1 Checkout fails; rolled back 412; 1 of 3 action items open")
    (one.inDays, one.years, one.fix, one.actionsOpen) = (0, 3, nil, 0)
    #expect(
      one.line
        == "3 years ago today: #12 SEV1 Checkout fails; what fixed it is not written down; all action items done")
    one.actions = 0
    #expect(one.line.hasSuffix("; no action items"))
  }
}
