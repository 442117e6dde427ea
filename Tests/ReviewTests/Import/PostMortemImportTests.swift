import EventLog
import Incidents
import Testing

@testable import Review

/// Post-mortems as people write them.
@Suite struct PostMortemImportTests {
  private func read(_ text: String, file: String = "a.md", zone: String? = nil) -> ImportedPostMortem {
    PostMortemImport(zone: zone) { name, _ in name == "Europe/Copenhagen" ? .hours(2) : nil }
      .read(text, fileName: file)
  }

  static let table = """
    # Queue stuck

    ## Summary

    Orders waited.

    ## Timeline

    All times in CET.

    | Time | Event |
    | :--- | --- |
    | 2020-01-09 11:00 | Release started |
    | ~2020-01-09 23:50 | Alert fires for the queue |
    | 2020-01-10 00:10-00:?? | Consumers restarted |
    | --:-- | Somebody called |
    | 2020-01-10 00:35 | Issue resolved |

    # Stats

    - Time to detection: 5 minutes
    - Time to recovery: some time
    """

  @Test func whatWillBeRecordedIsShownLineByLine() throws {
    let read = read(Self.table)
    let lines = read.lines
    #expect(
      lines.prefix(4) == [
        "title       Queue stuck", "severity    not known", "services    not known", "resolution  fixed",
      ])
    #expect(lines.contains("timeline    5 lines") && lines.contains { $0.hasSuffix("Release started") })
    #expect(lines.contains { $0.hasPrefix("stated: ") && $0.contains("5 minutes") })
    #expect(lines.contains { $0.hasPrefix("not read: ") && $0.contains("severity") })
    #expect(lines.contains { $0.contains("2020-01-09 23:35 UTC (line ") })
    let json = read.json
    #expect(json["title"] == .string("Queue stuck") && json["severity"] == .null)
    #expect(json["resolution"] == .string("fixed"))
    guard case .array(let entries)? = json["timeline"], case .array(let stated)? = json["stated"],
      case .array(let times)? = json["times"], case .object(let first)? = stated.first
    else {
      Issue.record("\(json)")
      return
    }
    #expect(entries.count == 5 && first["ms"] == .integer(300_000) && !times.isEmpty)
  }

  @Test func aTableIsRead() throws {
    let read = read(Self.table)
    #expect(read.title == "Queue stuck")
    #expect(read.summary == "Orders waited.")
    #expect(read.severity == nil && read.services.isEmpty)
    #expect(
      read.entries.map { "\($0.at.rfc3339.prefix(16)) \($0.precision.rawValue) \($0.text)" } == [
        "2020-01-09T10:00 minute Release started", "2020-01-09T22:50 approximate Alert fires for the queue",
        "2020-01-09T23:10 approximate Consumers restarted", "2020-01-09T23:10 unknown Somebody called",
        "2020-01-09T23:35 minute Issue resolved",
      ])
    #expect(read.entries.first?.zone == "CET")
    #expect(read.times.detected == TimePoint(try #require(Instant(rfc3339: "2020-01-09T22:50:00Z")), .approximate))
    #expect(read.times.resolved?.precision == .minute)
    #expect(read.times.impactStarted == nil)
    #expect(read.resolution == .fixed)
    #expect(read.stated.map(\.span) == [.minutes(5), nil])
    let remarks = read.remarks.map(\.what)
    for part in ["no severity", "no service", "impact start", "Somebody called", "some time"] {
      #expect(remarks.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test func aListIsReadOverMidnight() {
    let text = """
      Postmortem: search was slow
      ===========================

      **Date:** 21 October 2015
      **Severity:** SEV-2
      **Services:** search, web
      **Status:** Complete

      ## Timeline (all times UTC)

      * 23:51 - News of it spreads
      * 23:54 - **Outage begins**: queries fail
        after the cache is full
      * 00:01 - Pager alerts the on-call
      * 00:40 - Outage ends, all clear
      """
    let read = read(text)
    #expect(read.severity == .sev2)
    #expect(read.services == ["search", "web"])
    #expect(
      read.entries.map { "\($0.at.rfc3339.prefix(16)) \($0.text)" } == [
        "2015-10-21T23:51 News of it spreads", "2015-10-21T23:54 Outage begins: queries fail after the cache is full",
        "2015-10-22T00:01 Pager alerts the on-call", "2015-10-22T00:40 Outage ends, all clear",
      ])
    #expect(read.computed.first { $0.name == .timeToDetect }?.value == .minutes(7))
    #expect(read.computed.first { $0.name == .timeToRecover }?.value == .minutes(46))
  }

  @Test func frontMatterAndDaysInHeadingsAreRead() {
    let text = """
      ---
      title: "Cache outage"
      severity: critical
      service: cache
      ---

      ## Timeline

      ### 2024-03-01

      - 10:00 Deploy
      - 10:05 Errors reported by a customer

      ### 2024-03-02

      - 09:00 Service restored
      """
    let read = read(text)
    #expect(read.title == "Cache outage")
    #expect(read.severity == .sev1)
    #expect(read.services == ["cache"])
    #expect(
      read.entries.map { String($0.at.rfc3339.prefix(16)) } == [
        "2024-03-01T10:00", "2024-03-01T10:05", "2024-03-02T09:00",
      ])
    #expect(read.remarks.contains { $0.what.contains("no zone") })
  }

  @Test func dayAndTimeMayStandInCellsOfTheirOwn() {
    let text = """
      # A

      ## Timeline

      | Date | Time (CEST) | Who | What |
      |---|---|---|---|
      | 2024-07-01 | 12:00 | ops | restarted |
      | | 12:30 | ops | **Recovery:** queue empty |
      """
    let read = read(text)
    #expect(
      read.entries.map { "\($0.at.rfc3339.prefix(16)) \($0.text)" } == [
        "2024-07-01T10:00 ops; restarted", "2024-07-01T10:30 ops; Recovery: queue empty",
      ])
  }

  @Test func aZoneMayBeGiven() {
    let text = "# A\n\n## Timeline\n\n- 2024-07-01 12:00 down\n"
    #expect(
      read(text, zone: "Europe/Copenhagen").entries.map { String($0.at.rfc3339.prefix(16)) } == ["2024-07-01T10:00"])
    #expect(read(text).entries.map { String($0.at.rfc3339.prefix(16)) } == ["2024-07-01T12:00"])
  }

  @Test func withoutAnyDayNothingIsMadeUp() {
    let read = read("# A\n\n## Timeline\n\n- 12:00 down\n")
    #expect(read.entries.isEmpty && read.beganAt == nil)
    #expect(read.remarks.contains { $0.what.contains("no day is stated") })
    #expect(self.read("# A\n\n## Timeline\n\n- 12:00 down\n", file: "2024-07-01-a.md").entries.count == 1)
  }

  @Test func anyTextIsReadWithoutHarm() {
    var random: UInt64 = 7
    let marks = Array("0123 -|#:?~*[]()\n\n:T/CETPMa.é")
    for _ in 0..<300 {
      let text =
        "## Timeline\n\n"
        + String(
          (0..<80).map { _ in
            random = random &* 6_364_136_223_846_793_005 &+ 1
            return marks[Int(random >> 33) % marks.count]
          })
      _ = read(text).lines
    }
  }
}
